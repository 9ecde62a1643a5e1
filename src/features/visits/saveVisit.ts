import type { Day, HalfDay } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import type { Facts } from '#domain/kind.ts'
import { type VisitFacts, visit } from '#domain/kinds/visit.ts'
import { changeBetween } from '#domain/operation.ts'
import { ok, type Result } from '#domain/result.ts'
import type { AppDb } from '#storage/db.ts'
import { dropDraft } from '#storage/drafts.ts'
import { asResult, type SaveFailure } from '#storage/failures.ts'
import { type Opened, openRecord } from '#storage/openRecord.ts'
import { type Intent, type Intention, saveIntention } from '#storage/save.ts'
import { visitsOfHalfDay } from '#storage/visits.ts'
import type { Closed, OpenedVisit } from './openedVisit.ts'
import { findPermanence, permanenceIntents } from './permanence.ts'
import { nextRank } from './totals.ts'

export interface Signing {
  /** The member who declares it. */
  readonly by: Id
  readonly today: Day
  /** False while nobody can trust the clock of the device: the operation says so (SYN-25). */
  readonly verified: boolean
}

/** The visit as it was saved, and whether anything had to be. */
export interface SavedVisit {
  readonly record: Id
  readonly facts: VisitFacts
  readonly changed: boolean
}

/** Why a visit was not saved; each is also a translation key. */
export type VisitFailure = SaveFailure | { readonly type: 'visitDeleted' }

export type VisitSave = (
  db: AppDb,
  opened: OpenedVisit,
  facts: VisitFacts,
  signing: Signing,
) => Promise<Result<SavedVisit, VisitFailure>>

type Placed = VisitFacts & { readonly placeId: Id; readonly day: Day; readonly halfDay: HalfDay }

/**
 * Saves what the form says: only the fields that differ from what it showed (SYN-4), and in the same intention the
 * Event of the half-day when this device does not know it yet. The draft goes with it (SC-10).
 * @param facts already judged by `visitProblems`
 */
export async function saveVisit(
  db: AppDb,
  opened: OpenedVisit,
  facts: VisitFacts,
  signing: Signing,
): Promise<Result<SavedVisit, SaveFailure>> {
  const { placeId, day, halfDay } = facts
  if (placeId === undefined || day === undefined || halfDay === undefined) {
    throw new Error('a visit of nowhere')
  }
  const read = await asResult(() => inItsHalfDay(db, opened, { ...facts, placeId, day, halfDay }))
  if (!read.ok) return read
  const { facts: complete, permanence } = read.value
  const { record, base, operation: id, corrects, restores } = opened
  const change = changeBetween(visit, opened.shown as Facts, complete as Facts)
  const operations: readonly Intent[] = [
    ...(restores === true ? [{ kind: 'visit', record, base, act: 'restore' as const }] : []),
    ...(change === undefined ? [] : [...permanence, { kind: 'visit', record, base, id, change }]),
    ...discards(corrects?.closes ?? []),
  ]
  if (operations.length === 0) {
    await dropDraft(db, record)
    return ok({ record, facts: complete, changed: false })
  }
  const saved = await saveIntention(db, { ...signed(operations, signing), draftDone: record })
  return saved.ok ? ok({ record, facts: complete, changed: true }) : saved
}

/** Who declares it and on which day, and whether that day can be trusted: rights are judged by it (SYN-25). */
export function signed(operations: readonly Intent[], { by, today, verified }: Signing): Intention {
  const clock = verified ? undefined : ('unverified' as const)
  return { operations: operations.map((intent) => ({ ...intent, clock })), by, day: today }
}

/** What was held is dealt with: nobody is asked about it any more, on any device (SYN-29). */
export function discards(closes: readonly Closed[]): readonly Intent[] {
  return closes.map(({ id, rev }) => ({ kind: 'held', record: id, base: rev, act: 'discard' }))
}

/** A visit that enters a half-day takes its Event and the next number there; one that stays keeps what it has. */
async function inItsHalfDay(db: AppDb, { shown }: OpenedVisit, facts: Placed) {
  const { placeId, day, halfDay } = facts
  if (shown.eventId !== undefined && shown.day === day && shown.halfDay === halfDay) {
    return { facts, permanence: [] }
  }
  const permanence = await findPermanence(db, placeId, day, halfDay)
  const others = await visitsOfHalfDay(db, placeId, day, halfDay)
  const { programmeId } = permanence.facts
  const rank = nextRank(
    others.map((other) => other.facts),
    halfDay,
  )
  return {
    facts: { ...facts, eventId: permanence.id, rank, ...(programmeId && { programmeId }) },
    permanence: await permanenceIntents(db, permanence),
  }
}

/**
 * Takes a visit away, or brings it back: nothing is ever erased by a press.
 * @param closes held changes of the visit that this settles
 */
export function setDeleted(
  db: AppDb,
  record: Id,
  act: 'delete' | 'restore',
  signing: Signing,
  closes: readonly Closed[] = [],
): Promise<Result<null, SaveFailure>> {
  return saveOn(db, record, signing, ({ view, base }) => [
    ...(view.deleted === (act === 'delete') ? [] : [{ kind: 'visit', record, base, act }]),
    ...discards(closes),
  ])
}

/** Saves what there is to do about a visit as it is now. */
export async function saveOn(
  db: AppDb,
  record: Id,
  signing: Signing,
  intents: (now: Opened) => readonly Intent[],
): Promise<Result<null, SaveFailure>> {
  const now = await asResult(() => openRecord(db, record))
  if (!now.ok) return now
  const operations = now.value === null ? [] : intents(now.value)
  if (operations.length === 0) return ok(null)
  // What was being typed about a visit that is taken away has nowhere to be taken up again.
  const draftDone = operations[0]?.act === 'delete' ? record : undefined
  const saved = await saveIntention(db, { ...signed(operations, signing), draftDone })
  return saved.ok ? ok(null) : saved
}
