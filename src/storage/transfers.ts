import type { Day } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import type { ConflictFacts } from '#domain/kinds/conflict.ts'
import type { HeldFacts } from '#domain/kinds/held.ts'
import { kinds } from '#domain/kinds.ts'
import { limits } from '#protocol/limits.ts'
import type { SyncFailureType } from './failures.ts'
import { bodyOf } from './rebuildViews.ts'
import { type Shown, shown } from './shown.ts'
import type { QuarantineReason, ReadTx, Store } from './store.ts'

/** What is where, counted from the tables each time it is asked (SYN-27, SYN-28). */
export interface TransferFacts {
  readonly pending: number
  /** Day of the oldest pending operation. */
  readonly oldestDay: Day | null
  /** Received by the server, not come back yet; and come back, not in a backup yet. */
  readonly acked: number
  readonly kept: number
  readonly aside: number
  /** Waiting for a person: operations held by the server, values to choose between, rows this version cannot read. */
  readonly held: number
  readonly conflicts: number
  readonly quarantined: number
  /** Records that were begun and not saved, whoever began them; the answers of a set-up are no record. */
  readonly drafts: number
  /** Nothing is pending **and** everything the server had at the last exchange is here. */
  readonly allSent: boolean
  /** Trusted time of the last complete exchange, in milliseconds; it is never in the future of the server. */
  readonly lastExchange: number | null
  readonly lastFailure: SyncFailureType | null
  /** So many operations wait that a person should know (SYN-65). */
  readonly outboxWarning: boolean
}

export function transferFacts(store: Store): Promise<TransferFacts> {
  return store.read(['records', 'outbox', 'quarantine', 'meta', 'drafts'], async (tx) => {
    const [pending, acked, kept, aside] = await Promise.all([
      tx.outbox.count('pending'),
      tx.outbox.count('acked'),
      tx.outbox.count('kept'),
      tx.outbox.count('aside'),
    ])
    const [oldest, held, conflicts, quarantined, drafts, feed, exchange] = await Promise.all([
      tx.outbox.inState('pending', 1),
      unsettled<HeldFacts>(tx, 'held'),
      unsettled<ConflictFacts>(tx, 'conflict'),
      tx.quarantine.count(),
      tx.drafts.all(),
      tx.meta.get('feed'),
      tx.meta.get('exchange'),
    ])
    return {
      pending,
      oldestDay: oldest[0]?.day ?? null,
      acked,
      kept,
      aside,
      held: held.length,
      conflicts: conflicts.length,
      quarantined,
      drafts: drafts.filter(({ kind }) => kinds.has(kind)).length,
      allSent: pending === 0 && acked === 0 && feed !== undefined && !feed.loading,
      lastExchange: exchange?.at ?? null,
      lastFailure: exchange?.failure ?? null,
      outboxWarning: pending >= limits.outboxWarning,
    }
  })
}

/** Where one record is, in the one word a person needs (SYN-27). */
export type RecordState = 'waiting' | 'sent' | 'backedUp' | 'toCorrect' | 'twoValues'

export function recordState(store: Store, id: Id): Promise<RecordState> {
  return store.read(['records', 'outbox', 'meta'], async (tx) => {
    const [operations, held, conflicts, record, feed] = await Promise.all([
      tx.outbox.ofRecord(id),
      unsettled<HeldFacts>(tx, 'held'),
      unsettled<ConflictFacts>(tx, 'conflict'),
      tx.records.get(id),
      tx.meta.get('feed'),
    ])
    const isAside = operations.some(({ state }) => state === 'aside')
    if (isAside || held.some(({ facts }) => facts.record === id)) return 'toCorrect'
    if (conflicts.some(({ facts }) => facts.record === id)) return 'twoValues'
    if (operations.some(({ state }) => state === 'pending')) return 'waiting'
    const covered = feed !== undefined && feed.backedUp > 0 && (record?.row?.rev ?? 0) <= feed.backedUp
    return covered && operations.length === 0 ? 'backedUp' : 'sent'
  })
}

/** Operations the server keeps without having applied them, not decided yet (SYN-46). */
export function heldRecords(store: Store): Promise<readonly Shown<HeldFacts>[]> {
  return store.read(['records'], (tx) => unsettled<HeldFacts>(tx, 'held'))
}

/** Two values of one field, not settled yet (SYN-79). */
export function conflicts(store: Store): Promise<readonly Shown<ConflictFacts>[]> {
  return store.read(['records'], (tx) => unsettled<ConflictFacts>(tx, 'conflict'))
}

/** An operation that the server cannot read, kept here to be shown and exported (SYN-23). */
export interface AsideOperation {
  readonly id: Id
  readonly record: Id
  readonly kind: string
  readonly day: Day
  readonly by: Id
  readonly reason: string
  readonly body: string
}

export async function asideOperations(store: Store): Promise<readonly AsideOperation[]> {
  const rows = await store.read(['outbox'], (tx) => tx.outbox.inState('aside'))
  return rows.map((row) => {
    const { kind, by } = bodyOf(row)
    const { id, record, day, body } = row
    return { id, record, kind, day, by, reason: row.reason ?? '', body }
  })
}

/** A row of the server that this version could not take (SEC-77). */
export interface QuarantinedRow {
  readonly id: string
  readonly kind: string | null
  readonly reason: QuarantineReason
  readonly day: Day
}

export async function quarantinedRows(store: Store): Promise<readonly QuarantinedRow[]> {
  const rows = await store.read(['quarantine'], (tx) => tx.quarantine.all())
  return rows.map(({ id, row, reason, day }) => ({ id, kind: kindIn(row), reason, day }))
}

function kindIn(row: unknown): string | null {
  if (typeof row !== 'object' || row === null || !('kind' in row)) return null
  return typeof row.kind === 'string' ? row.kind : null
}

async function unsettled<F extends { readonly settled?: string }>(
  tx: ReadTx,
  kind: 'held' | 'conflict',
): Promise<readonly Shown<F>[]> {
  return shown<F>(await tx.records.ofKind(kind)).filter(({ facts }) => facts.settled === undefined)
}
