import * as v from 'valibot'
import type { HeldFacts } from './kinds/held.ts'
import { visit } from './kinds/visit.ts'
import { hasValidValues, OperationBody } from './operation.ts'

/** What a held record keeps of the operation: its JSON. */
export const HeldBody = v.pipe(v.string(), v.parseJson(), OperationBody)

/**
 * Why an operation is held, as people are told. The server has one code for all that is not accepted: of a visit whose
 * answers can all be accepted, it is the day, that had not come on a device whose clock is ahead, or that lies before
 * the opening of the place (SEC-76).
 */
export function heldReason({ reason = '', body }: HeldFacts): string {
  const read = v.safeParse(HeldBody, body)
  if (reason !== 'invalid' || !read.success) return reason
  const { kind, act, set } = read.output
  const lacksMandate = set?.posture === 'inTheirPlace' && set['mandate.ref'] === undefined
  const isDay = kind === 'visit' && act === undefined && typeof set?.day === 'string' && !lacksMandate
  return isDay && hasValidValues(visit, read.output) ? 'dayAhead' : reason
}
