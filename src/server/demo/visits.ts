import { addDays, type Day, type HalfDay, weekday } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import { permanenceOfSlot } from '#domain/kinds/event.ts'
import type { Change } from '#domain/operation.ts'
import { type Chance, logNormal, pick, poisson } from './chance.ts'

/** One line of the timetable of the demonstration. */
export interface DemoSlot {
  readonly id: Id
  readonly weekday: number
  readonly halfDay: HalfDay
}

/** A half-day that was held, and the changes that make its visits. */
export interface DemoHalfDay {
  readonly day: Day
  readonly halfDay: HalfDay
  readonly event: Id
  readonly slot: Id
  readonly visits: readonly Change[]
}

/** Eight half-days a week, as in Nevers (3-domain § 3.10). */
export const demoTimetable: readonly (readonly [weekday: number, halfDay: HalfDay])[] = [
  [1, 'am'],
  [1, 'pm'],
  [2, 'am'],
  [3, 'am'],
  [3, 'pm'],
  [4, 'am'],
  [4, 'pm'],
  [5, 'am'],
]

const busyDays: Readonly<Record<number, number>> = { 1: 1.15, 3: 0.85 }

/** Exactly `count` visits over the half-days that end today, oldest first. Rates: 3-domain § 3.10, hypotheses. */
export function demoHalfDays(
  chance: Chance,
  slots: readonly DemoSlot[],
  place: Id,
  today: Day,
  count: number,
): readonly DemoHalfDay[] {
  const found: DemoHalfDay[] = []
  let left = count
  for (let day = today; left > 0; day = addDays(day, -1)) {
    for (const slot of slots.filter((one) => one.weekday === weekday(day)).reverse()) {
      const came = Math.min(left, poisson(chance, 7 * (busyDays[slot.weekday] ?? 1), 15))
      left -= came
      const event = permanenceOfSlot(slot.id, day)
      const where = { day, halfDay: slot.halfDay, placeId: place, eventId: event }
      const visits = Array.from({ length: came }, (_, index) => demoVisit(chance, where, index + 1))
      if (came > 0) found.unshift({ day, halfDay: slot.halfDay, event, slot: slot.id, visits })
    }
  }
  return found
}

interface Where {
  readonly day: Day
  readonly halfDay: HalfDay
  readonly placeId: Id
  readonly eventId: Id
}

function demoVisit(chance: Chance, where: Where, rank: number): Change {
  const outcome = pick(chance, outcomes)
  const isStuck = outcome === 'toResume' || outcome === 'blocked'
  const minutes = nearest(logNormal(chance, 28, 75), [15, 30, 45, 60, 90, 120])
  return {
    set: {
      ...where,
      rank,
      setting: 'atPlace',
      arrival: chance() < 0.65 ? 'walkIn' : 'appointment',
      outcome,
      minutes,
      posture: pick(chance, postures),
      ageBand: pick(chance, ageBands),
      gender: chance() < 0.55 ? 'female' : 'male',
      language: pick(chance, languages),
      travelMode: pick(chance, travelModes),
      knownFrom: pick(chance, knownFrom),
      seenBefore: pick(chance, seenBefore),
      ...(outcome === 'referred' && { 'referredTo.structure': pick(chance, destinations) }),
    },
    add: {
      procedures: procedures(chance),
      ...(isStuck && { obstacles: [pick(chance, obstacles)] }),
    },
  }
}

function procedures(chance: Chance): readonly string[] {
  const drawn = [
    pick(chance, pick(chance, families)),
    ...(chance() < 0.2 ? [pick(chance, pick(chance, families))] : []),
  ]
  return [...new Set(drawn)].sort()
}

function nearest(value: number, choices: readonly number[]): number {
  return choices.reduce((best, choice) => (Math.abs(choice - value) < Math.abs(best - value) ? choice : best))
}

const outcomes = [
  ['doneTogether', 45],
  ['accompanied', 10],
  ['informed', 15],
  ['toResume', 18],
  ['referred', 8],
  ['blocked', 4],
] as const
const postures = [
  ['together', 45],
  ['nearby', 35],
  ['alone', 20],
] as const
const ageBands = [
  ['under15', 0.5],
  ['15-17', 1.5],
  ['18-25', 9],
  ['26-39', 24],
  ['40-59', 34],
  ['60-69', 17],
  ['70plus', 14],
] as const
const languages = [
  ['fr', 68],
  ['ar', 9],
  ['en', 4],
  ['pt', 3],
  ['tr', 2],
  ['prs', 1],
  ['ps', 1],
  ['ro', 2],
  ['lsf', 1],
  ['other', 9],
] as const
const travelModes = [
  ['walk', 46],
  ['publicTransport', 28],
  ['ownCar', 16],
  ['lift', 6],
  ['bike', 4],
] as const
const knownFrom = [
  ['friend', 30],
  ['ccas', 20],
  ['cpam', 12],
  ['caf', 12],
  ['passing', 10],
  ['other', 16],
] as const
/** No rate is given for these two in the source: plain guesses. */
const seenBefore = [
  ['never', 45],
  ['earlierYear', 20],
  ['thisYear', 30],
  ['unknown', 5],
] as const
const destinations = [
  ['cpam', 3],
  ['caf', 3],
  ['franceServices', 2],
  ['mds', 1],
] as const
const obstacles = [
  ['noCode', 20],
  ['password', 18],
  ['bankUnknown', 15],
  ['missingPaper', 15],
  ['identity', 12],
  ['siteDown', 10],
] as const

/** The first procedure, by family; within health, by what people come for. */
type Weighted = readonly (readonly [code: string, weight: number])[]
const families: readonly (readonly [Weighted, number])[] = [
  [
    [
      ['caf.declare', 8],
      ['caf.access', 6],
      ['caf.situation', 4],
      ['rsa.apply', 2],
      ['ppa.apply', 2],
    ],
    22,
  ],
  [
    [
      ['ameli.certificate', 25],
      ['ameli.create', 22],
      ['c2s.apply', 12],
      ['c2s.renew', 8],
      ['vitale.order', 12],
      ['nir.request', 10],
      ['ceam.order', 4],
      ['ame.prepare', 3],
    ],
    20,
  ],
  [
    [
      ['id.preapply', 6],
      ['residence.permit', 5],
      ['papers.official', 3],
    ],
    14,
  ],
  [
    [
      ['tax.return', 6],
      ['tax.account', 4],
      ['tax.other', 2],
    ],
    12,
  ],
  [
    [
      ['ft.register', 4],
      ['ft.update', 5],
      ['job.search', 2],
    ],
    11,
  ],
  [
    [
      ['socialHousing.apply', 5],
      ['housing.benefit', 3],
    ],
    8,
  ],
  [
    [
      ['email.use', 3],
      ['password.recover', 3],
      ['email.create', 2],
    ],
    8,
  ],
  [
    [
      ['retirement.account', 3],
      ['retirement.apply', 2],
    ],
    5,
  ],
]
