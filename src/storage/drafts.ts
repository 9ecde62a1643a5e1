import * as v from 'valibot'
import { HalfDay, halfDays } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import type { Result } from '#domain/result.ts'
import { compare } from './compare.ts'
import { asResult, type SaveFailure } from './failures.ts'
import type { Draft, Store } from './store.ts'

/**
 * Keeps what a person has typed so far; the caller waits between keys. A draft whose operation is saved already is
 * no draft: a late write after a save must not make it look unsaved (SC-10).
 */
export function saveDraft(
  store: Store,
  draft: Draft,
): Promise<Result<'saved' | 'alreadySaved', SaveFailure>> {
  return asResult(() =>
    store.write(['outbox', 'drafts'], 'relaxed', async (tx) => {
      const saved = draft.operation === undefined ? [] : await tx.outbox.withIds([draft.operation])
      if (saved.length > 0) return 'alreadySaved'
      await tx.drafts.put([draft])
      return 'saved'
    }),
  )
}

export async function draftOf(store: Store, record: Id): Promise<Draft | null> {
  return (await store.read(['drafts'], (tx) => tx.drafts.get(record))) ?? null
}

/**
 * The drafts of one kind: the latest day first, the latest half-day of a day first, and always in the same order. The
 * day is that of the record when it says one: it is the one that a person reads.
 */
export async function draftsOfKind(store: Store, kind: string): Promise<readonly Draft[]> {
  const all = await store.read(['drafts'], (tx) => tx.drafts.all())
  return all.filter((draft) => draft.kind === kind).sort(latestFirst)
}

function latestFirst(left: Draft, right: Draft): number {
  return (
    compare(dayOf(right), dayOf(left)) ||
    halfDayRank(right) - halfDayRank(left) ||
    compare(left.record, right.record)
  )
}

function dayOf({ facts, day }: Draft): string {
  return typeof facts.day === 'string' ? facts.day : day
}

/** A record without a half-day comes after those of its day. */
function halfDayRank({ facts }: Draft): number {
  return v.is(HalfDay, facts.halfDay) ? halfDays.indexOf(facts.halfDay) : -1
}

/** A person gave this draft up. */
export function dropDraft(store: Store, record: Id): Promise<Result<void, SaveFailure>> {
  return asResult(() => store.write(['drafts'], 'relaxed', (tx) => tx.drafts.delete([record])))
}
