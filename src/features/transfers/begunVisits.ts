import type { Id } from '#domain/ids.ts'
import type { AppDb } from '#storage/db.ts'
import { draftsOfKind, halfDayOfDraft } from '#storage/drafts.ts'
import type { Draft } from '#storage/store.ts'
import { heldRecords } from '#storage/transfers.ts'
import { visitById } from '#storage/visits.ts'
import { correctionAddress } from './toCorrect.ts'

/** A visit that was begun and not saved, or its changes. */
export interface BegunVisit {
  readonly draft: Draft
  /** Where it is taken up; `null` when the visit that was being changed is not here any more. */
  readonly address: string | null
}

export async function begunVisits(db: AppDb): Promise<readonly BegunVisit[]> {
  const [drafts, held] = await Promise.all([draftsOfKind(db, 'visit'), heldRecords(db)])
  const waiting = new Set(held.map(({ id }) => id))
  return Promise.all(drafts.map(async (draft) => ({ draft, address: await addressOf(db, draft, waiting) })))
}

/** A new visit goes on in the journal of its half-day, changes on the page of their visit, a correction on its own (SC-9). */
async function addressOf(db: AppDb, draft: Draft, waiting: ReadonlySet<Id>): Promise<string | null> {
  const { day, halfDay } = halfDayOfDraft(draft)
  const { record, corrects: id } = draft
  if (id !== undefined && waiting.has(id)) return correctionAddress({ id, day, record })
  if (draft.shown === undefined) return `/journal/${day}?quand=${halfDay}`
  return (await visitById(db, draft.record)) === null ? null : `/journal/${day}/visite/${draft.record}`
}
