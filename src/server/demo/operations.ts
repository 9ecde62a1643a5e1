import { randomBytes } from 'node:crypto'
import { addDays, type Day } from '#domain/day.ts'
import { type Id, newId } from '#domain/ids.ts'
import { kinds } from '#domain/kinds.ts'
import type { Change } from '#domain/operation.ts'
import { seededChance } from './chance.ts'
import { demoHalfDays, demoTimetable } from './visits.ts'

/** An operation without its place in the sequence, as JSON: the push reads it like any other. */
type DemoOperation = Readonly<Record<string, unknown>>

interface DemoPlace {
  readonly network: Id
  readonly site: Id
  readonly device: Id
  readonly founder: Id
  readonly today: Day
  readonly count: number
}

/** Weeks before today at which the place of the demonstration opened. */
const openedDays = 26 * 7

/** Every record of the demonstration as the operations a first device would make: settings, then half-days, then visits. */
export function demoOperations(place: DemoPlace): readonly DemoOperation[] {
  const { network, site, device, founder, today } = place
  const opened = addDays(today, -openedDays)
  const placeId = newId(opened, randomBytes)
  const volunteer = newId(opened, randomBytes)
  const write = (kind: string, record: Id, day: Day, change: Change): DemoOperation => ({
    id: newId(day, randomBytes),
    kind,
    schema: kinds.get(kind)?.schema ?? 1,
    record,
    base: 0,
    day,
    by: founder,
    ...change,
  })
  const slots = demoTimetable.map(([weekday, halfDay]) => ({
    id: newId(opened, randomBytes),
    weekday,
    halfDay,
  }))
  const halfDays = demoHalfDays(seededChance(2026), slots, placeId, today, place.count)
  return [
    write('network', network, opened, { set: { name: 'Démonstration' } }),
    write('site', site, opened, { set: { name: 'Démonstration' } }),
    write('place', placeId, opened, {
      set: { name: 'Maison imaginaire (démonstration)', kind: 'accessPoint', opensOn: opened },
    }),
    ...slots.map(({ id, weekday, halfDay }) =>
      write('slot', id, opened, {
        set: { placeId, recurrence: 'weekly', weekday, halfDay, from: opened, eventType: 'permanence' },
      }),
    ),
    write('member', founder, opened, {
      set: { name: 'Aline Exemple', role: 'coordinator', function: 'programmeLead', startsOn: opened },
    }),
    write('member', volunteer, opened, {
      set: {
        name: 'Karim Exemple',
        role: 'volunteer',
        function: 'civicService',
        startsOn: opened,
        endsOn: addDays(today, openedDays),
      },
    }),
    write('device', device, opened, {
      set: { label: 'Origine de la démonstration', use: 'staff', state: 'active', enrolledOn: opened },
    }),
    ...halfDays.flatMap(({ day, halfDay, event, slot, visits }) => [
      write('event', event, day, {
        set: { type: 'permanence', state: 'held', day, halfDay, placeId, slotId: slot },
      }),
      ...visits.map((change) => write('visit', newId(day, randomBytes), day, change)),
    ]),
  ]
}
