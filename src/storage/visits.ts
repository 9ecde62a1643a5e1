import { type Day, type HalfDay, halfDays } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import type { VisitFacts } from '#domain/kinds/visit.ts'
import { compare } from './compare.ts'
import { type Shown, shown, viewOf } from './shown.ts'
import type { Store } from './store.ts'

type VisitView = Shown<VisitFacts>

/** The visits of one place on one day: half-day after half-day, then in the order they were numbered. */
export async function visitsOfDay(store: Store, placeId: Id, day: Day): Promise<readonly VisitView[]> {
  return visitsBetween(store, placeId, day, day)
}

/**
 * The visits of a day, and those of them with something the server has not received: « gardée sur cet appareil »
 * (SYN-27). One look at the tables, for a list must show what was saved at the next frame (P-5); of the outbox only
 * what covers these visits is read, however much waits besides.
 */
export function listOfDay(
  store: Store,
  placeId: Id,
  day: Day,
): Promise<{ readonly visits: readonly VisitView[]; readonly pending: ReadonlySet<Id> }> {
  return store.read(['records', 'outbox'], async (tx) => {
    const records = await tx.records.ofDays('visit', placeId, day, day)
    const live = await tx.outbox.liveOf(records.map(({ id }) => id))
    return {
      visits: [...shown<VisitFacts>(records)].sort(inOrder),
      pending: new Set(live.filter(({ state }) => state === 'pending').map(({ record }) => record)),
    }
  })
}

export async function visitsOfHalfDay(
  store: Store,
  placeId: Id,
  day: Day,
  halfDay: HalfDay,
): Promise<readonly VisitView[]> {
  const visits = await visitsOfDay(store, placeId, day)
  return visits.filter(({ facts }) => facts.halfDay === halfDay)
}

/** @param month `YYYY-MM` */
export async function visitsOfMonth(store: Store, placeId: Id, month: string): Promise<readonly VisitView[]> {
  return visitsBetween(store, placeId, `${month}-01`, `${month}-31`)
}

/** One visit, or `null` when there is none or it was deleted. */
export async function visitById(store: Store, id: Id): Promise<VisitView | null> {
  const record = await store.read(['records'], (tx) => tx.records.get(id))
  if (record === undefined || record.kind !== 'visit') return null
  const view = viewOf(record) as VisitView
  return view.deleted ? null : view
}

/** Visits looked at to order the procedures of a place: enough for habits, few enough for every render. */
const recentVisits = 200

/** Codes of the procedures of a place's last visits, most used first; equal ones by code. */
export async function proceduresByUse(store: Store, placeId: Id): Promise<readonly string[]> {
  const records = await store.read(['records'], (tx) => tx.records.latest('visit', placeId, recentVisits))
  const uses = new Map<string, number>()
  for (const { facts } of shown<VisitFacts>(records)) {
    for (const code of facts.procedures ?? []) uses.set(code, (uses.get(code) ?? 0) + 1)
  }
  return [...uses]
    .sort(([left, more], [right, less]) => less - more || compare(left, right))
    .map(([code]) => code)
}

async function visitsBetween(store: Store, placeId: Id, from: Day, to: Day): Promise<readonly VisitView[]> {
  const records = await store.read(['records'], (tx) => tx.records.ofDays('visit', placeId, from, to))
  return [...shown<VisitFacts>(records)].sort(inOrder)
}

function inOrder(left: VisitView, right: VisitView): number {
  return (
    compare(left.facts.day ?? '', right.facts.day ?? '') ||
    halfDayRank(left) - halfDayRank(right) ||
    (left.facts.rank ?? 0) - (right.facts.rank ?? 0) ||
    compare(left.id, right.id)
  )
}

function halfDayRank({ facts }: VisitView): number {
  return facts.halfDay === undefined ? halfDays.length : halfDays.indexOf(facts.halfDay)
}
