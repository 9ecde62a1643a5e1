import type { AppDb } from '#storage/db.ts'
import { draftsOfKind, halfDayOfDraft } from '#storage/drafts.ts'
import type { Draft } from '#storage/store.ts'
import { visitById } from '#storage/visits.ts'

/** A visit that was begun and not saved, or its changes. */
export interface BegunVisit {
  readonly draft: Draft
  /** Where it is taken up; `null` when the visit that was being changed is not here any more. */
  readonly address: string | null
}

export async function begunVisits(db: AppDb): Promise<readonly BegunVisit[]> {
  const drafts = await draftsOfKind(db, 'visit')
  return Promise.all(drafts.map(async (draft) => ({ draft, address: await addressOf(db, draft) })))
}

/** A new visit goes on in the journal of its half-day, changes on the page of their visit (SC-9). */
async function addressOf(db: AppDb, draft: Draft): Promise<string | null> {
  const { day, halfDay } = halfDayOfDraft(draft)
  if (draft.shown === undefined) return `/journal/${day}?quand=${halfDay}`
  return (await visitById(db, draft.record)) === null ? null : `/journal/${day}/visite/${draft.record}`
}
