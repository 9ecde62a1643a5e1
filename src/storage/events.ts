import { type Day, halfDays } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import type { EventFacts } from '#domain/kinds/event.ts'
import { type Shown, shown } from './shown.ts'
import type { Store } from './store.ts'

/** The events of one place on one day, half-day after half-day. */
export async function eventsOfDay(
  store: Store,
  placeId: Id,
  day: Day,
): Promise<readonly Shown<EventFacts>[]> {
  const records = await store.read(['records'], (tx) => tx.records.ofDays('event', placeId, day, day))
  return [...shown<EventFacts>(records)].sort((left, right) => halfDayRank(left) - halfDayRank(right))
}

function halfDayRank({ facts }: Shown<EventFacts>): number {
  return facts.halfDay === undefined ? halfDays.length : halfDays.indexOf(facts.halfDay)
}
