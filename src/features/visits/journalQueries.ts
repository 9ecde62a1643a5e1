import type { Day, HalfDay } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import { type EventFacts, tallyField, tallyTotal } from '#domain/kinds/event.ts'
import type { NetworkFacts } from '#domain/kinds/network.ts'
import type { PlaceFacts } from '#domain/kinds/place.ts'
import type { SlotFacts } from '#domain/kinds/slot.ts'
import { isCounted, type VisitFacts } from '#domain/kinds/visit.ts'
import type { AppDb } from '#storage/db.ts'
import { draftsOfKind } from '#storage/drafts.ts'
import { eventsOfDay } from '#storage/events.ts'
import { members, network, places, slotsOfPlace } from '#storage/settings.ts'
import type { Shown } from '#storage/shown.ts'
import { listOfDay } from '#storage/visits.ts'

export interface ListedVisit {
  readonly id: Id
  /** The member who made it, when that is known. */
  readonly by: Id | undefined
  readonly facts: VisitFacts
  /** Something of it has not been received by the server yet (SYN-27). */
  readonly isKept: boolean
  /** Changes were begun and not saved. */
  readonly hasDraft: boolean
}

export interface DayJournal {
  /** In the order they were numbered. */
  readonly visits: readonly ListedVisit[]
  /** People turned away: pressed on the counter, or told by a visit (FIG-6). */
  readonly turnedAway: (halfDay: HalfDay) => number
  /** What one device counted of them: it may take these back. */
  readonly countedBy: (deviceId: Id, halfDay: HalfDay) => number
}

/** Everything the journal shows of one day. */
export async function journalOfDay(db: AppDb, placeId: Id, day: Day): Promise<DayJournal> {
  const [{ visits, pending }, events, drafts] = await Promise.all([
    listOfDay(db, placeId, day),
    eventsOfDay(db, placeId, day),
    draftsOfKind(db, 'visit'),
  ])
  const begun = new Set(drafts.map(({ record }) => record))
  return {
    visits: visits.map(({ id, by, facts }) => ({
      id,
      by,
      facts,
      isKept: pending.has(id),
      hasDraft: begun.has(id),
    })),
    turnedAway: (halfDay) =>
      sumOf(events, halfDay, (facts) => tallyTotal(facts, 'turnedAway')) +
      visits.filter(({ facts }) => facts.halfDay === halfDay && !isCounted(facts)).length,
    countedBy: (deviceId, halfDay) =>
      sumOf(events, halfDay, (facts) => facts[tallyField('turnedAway', deviceId)] ?? 0),
  }
}

function sumOf(
  events: readonly Shown<EventFacts>[],
  halfDay: HalfDay,
  of: (facts: EventFacts) => number,
): number {
  return events
    .filter(({ facts }) => facts.halfDay === halfDay)
    .reduce((total, { facts }) => total + of(facts), 0)
}

export interface JournalSettings {
  readonly place: PlaceFacts
  readonly slots: readonly { readonly id: Id; readonly facts: SlotFacts }[]
  readonly network: NetworkFacts | undefined
  /** Code of `hostFunctions`, when the team has said it. */
  readonly hostFunction: string | undefined
  /** Codes named by visits of this place, most used first. */
  readonly usedProcedures: readonly string[]
}

/** What the screen is filled from, and asked from nobody (GEN-10). */
export async function journalSettings(
  db: AppDb,
  placeId: Id,
  memberId: Id,
): Promise<Omit<JournalSettings, 'usedProcedures'>> {
  const [everyPlace, slots, ofNetwork, team] = await Promise.all([
    places(db),
    slotsOfPlace(db, placeId),
    network(db),
    members(db),
  ])
  return {
    place: everyPlace.find(({ id }) => id === placeId)?.facts ?? {},
    slots,
    network: ofNetwork?.facts,
    hostFunction: team.find(({ id }) => id === memberId)?.facts.function,
  }
}
