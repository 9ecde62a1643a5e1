import * as v from 'valibot'
import { Day, HalfDay, halfDays } from '#domain/day.ts'
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

/** The drafts of one kind: those of the latest half-day first, and always in the same order. */
export async function draftsOfKind(store: Store, kind: string): Promise<readonly Draft[]> {
  const all = await store.read(['drafts'], (tx) => tx.drafts.all())
  return all.filter((draft) => draft.kind === kind).sort(latestFirst)
}

/** The half-day that a draft belongs to: what its record says, which a person reads, else the day it was typed. */
export function halfDayOfDraft({ facts, day }: Draft): { readonly day: Day; readonly halfDay: HalfDay } {
  return {
    day: v.is(Day, facts.day) ? facts.day : day,
    halfDay: v.is(HalfDay, facts.halfDay) ? facts.halfDay : 'am',
  }
}

function latestFirst(left: Draft, right: Draft): number {
  const [one, other] = [halfDayOfDraft(left), halfDayOfDraft(right)]
  return (
    compare(other.day, one.day) ||
    halfDays.indexOf(other.halfDay) - halfDays.indexOf(one.halfDay) ||
    compare(left.record, right.record)
  )
}

/** A person gave this draft up. */
export function dropDraft(store: Store, record: Id): Promise<Result<void, SaveFailure>> {
  return asResult(() => store.write(['drafts'], 'relaxed', (tx) => tx.drafts.delete([record])))
}
