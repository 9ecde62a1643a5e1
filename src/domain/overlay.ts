import type { Facts, Value } from './kind.ts'
import { decided, held } from './kinds/held.ts'
import type { Change, OperationBody } from './operation.ts'
import type { Row } from './record.ts'

/** What screens read: the last row of the server under the operations this device has not seen come back. */
export interface View {
  readonly id: string
  readonly kind: string
  readonly siteId: string | null
  /** Rev of the row underneath; 0 when the server has not told this record yet. */
  readonly rev: number
  /** The member who made it; absent when it came from a server that did not tell. */
  readonly by?: string
  readonly facts: Facts
  readonly deleted: boolean
  readonly parallel: boolean
  readonly clock?: 'unverified'
}

/**
 * The view of a record: a pure function of the server's row and of the live operations in local order (SYN-6).
 * It can be rebuilt and checked at any time. `null` when nothing of the record is known or it is deleted on
 * the server and untouched here.
 * @param siteId the device's site, for a record the server has not told yet
 */
export function overlay(row: Row | null, live: readonly OperationBody[], siteId: string): View | null {
  const last = live.at(-1)
  if (row === null && last === undefined) return null
  let deleted = false
  let clock = row?.clock
  const by = row === null ? live[0]?.by : row.by
  for (const operation of live) {
    if (operation.act === 'delete') deleted = true
    if (operation.act === 'restore') deleted = false
    if (operation.act === undefined) {
      if (operation.clock !== undefined) clock = operation.clock
      else if (operation.set?.day !== undefined) clock = undefined
    }
  }
  return {
    id: row?.id ?? last?.record ?? '',
    kind: row?.kind ?? last?.kind ?? '',
    siteId: row?.siteId ?? siteId,
    rev: row?.rev ?? 0,
    ...(by !== undefined && { by }),
    facts: factsAfter(row?.facts ?? {}, live),
    deleted,
    parallel: row?.parallel ?? false,
    ...(clock && { clock }),
  }
}

/** What a record says once these operations are written over it; its deletion is not among its facts. */
export function factsAfter(
  before: Facts,
  operations: readonly (Change & Pick<OperationBody, 'kind' | 'act'>)[],
): Facts {
  return operations.reduce((facts, operation) => {
    if (operation.act === undefined) return written(facts, operation)
    return operation.act === 'discard' && operation.kind === held.kind ? decided(facts, 'discarded') : facts
  }, before)
}

function written(before: Facts, change: Change): Facts {
  const facts: Record<string, Value> = { ...before }
  for (const [field, value] of Object.entries(change.set ?? {})) {
    if (value === null) delete facts[field]
    else facts[field] = value
  }
  for (const [field, removed] of Object.entries(change.remove ?? {})) {
    keep(facts, field, (present) => present.filter((element) => !removed.includes(element)))
  }
  for (const [field, added] of Object.entries(change.add ?? {})) {
    keep(facts, field, (present) => [...new Set([...present, ...added])].sort())
  }
  return facts
}

function keep(
  facts: Record<string, Value>,
  field: string,
  change: (present: readonly string[]) => readonly string[],
): void {
  const value = facts[field]
  const now = change(Array.isArray(value) ? value : [])
  if (now.length === 0) delete facts[field]
  else facts[field] = now
}
