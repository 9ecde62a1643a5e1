import * as v from 'valibot'
import { Day } from '#domain/day.ts'
import { Id } from '#domain/ids.ts'
import { defineKind, type Facts, type FactsOf } from '#domain/kind.ts'

/** An operation that the server stored without applying it, waiting for a person (SYN-46). `body` is its JSON. */
export const held = defineKind({
  kind: 'held',
  schema: 1,
  scope: 'site',
  fields: {
    operation: Id,
    record: Id,
    recordKind: v.pipe(v.string(), v.maxLength(64)),
    reason: v.pipe(v.string(), v.maxLength(64)),
    by: Id,
    device: Id,
    day: Day,
    body: v.string(),
    settled: v.picklist(['released', 'discarded']),
  },
  sets: {},
  required: ['operation', 'reason'],
})
export type HeldFacts = FactsOf<typeof held>

/**
 * A held operation once a person has decided. The first decision counts: whoever decides later had not seen it, and
 * two decisions are no conflict (SYN-87, policy `last`).
 */
export function decided(facts: Facts, decision: 'released' | 'discarded'): Facts {
  return facts.settled === undefined ? { ...facts, settled: decision } : facts
}
