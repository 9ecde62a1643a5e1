import type { Day } from '#domain/day.ts'
import { heldReason } from '#domain/heldReason.ts'
import type { Id } from '#domain/ids.ts'
import type { AppDb } from '#storage/db.ts'
import { asideOperations, heldRecords, quarantinedRows } from '#storage/transfers.ts'

/** Something that waits for a person: where it is, and why (SYN-29). */
export interface ToCorrect {
  readonly id: string
  readonly kind: string | null | undefined
  readonly day: Day | undefined
  readonly where: 'held' | 'aside' | 'quarantine'
  /** A code of the server or of this device; its words are in `correction:reason`. */
  readonly reason: string
  /** For what the server holds: who noted it, and the record it was about. */
  readonly by?: Id | undefined
  readonly record?: Id | undefined
}

export async function toCorrect(db: AppDb): Promise<readonly ToCorrect[]> {
  const [held, aside, quarantine] = await Promise.all([
    heldRecords(db),
    asideOperations(db),
    quarantinedRows(db),
  ])
  return [
    ...held.map(({ id, facts }) => ({
      id,
      kind: facts.recordKind,
      day: facts.day,
      where: 'held' as const,
      reason: heldReason(facts),
      by: facts.by,
      record: facts.record,
    })),
    ...aside.map(({ id, kind, day, reason }) => ({ id, kind, day, where: 'aside' as const, reason })),
    ...quarantine.map(({ id, kind, day, reason }) => ({
      id,
      kind,
      day,
      where: 'quarantine' as const,
      reason,
    })),
  ]
}

/** Held visits have a form that puts them right; their author alone may use it until people can sign (SEC-68). */
export function isHeldVisit({ where, kind }: ToCorrect): boolean {
  return where === 'held' && kind === 'visit'
}

/** Where a held visit is corrected: features meet through addresses. */
export function correctionAddress({
  id,
  day = '',
  record = '',
}: Pick<ToCorrect, 'id' | 'day' | 'record'>): string {
  return `/journal/${day}/visite/${record}?corriger=${id}`
}

/** Everything of it as it is stored, for the person who will repair it. */
export async function toCorrectFile(db: AppDb): Promise<string> {
  const [held, aside, quarantine] = await db.read(['records', 'outbox', 'quarantine'], (tx) =>
    Promise.all([tx.records.ofKind('held'), tx.outbox.inState('aside'), tx.quarantine.all()]),
  )
  return `${JSON.stringify({ format: 'permanence-to-correct/1', held, aside, quarantine }, null, 2)}\n`
}
