import type { Day } from '#domain/day.ts'
import { addDays, weekday } from '#domain/day.ts'
import { type Id, newId } from '#domain/ids.ts'
import type { Facts } from '#domain/kind.ts'
import type { Row } from '#domain/record.ts'

/**
 * The load set (3-domain § 3.10, with its rates roughly kept): visits of 25 fields and about 600 bytes of JSON, the
 * same for the same seed. It runs in the browser and in Node.
 */
export interface LoadSet {
  readonly places: readonly Id[]
  /** The last day; visits go back from it, working days only. */
  readonly until: Day
  readonly visitsPerPlaceAndDay: number
}

/** Sebastiano Vigna's SplitMix, 32 bits: small, fast, good enough to draw a load. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
}

export type Draw = () => number

/** Ids drawn from the seed, of the product's shape. */
export function idFrom(draw: Draw, day: Day): Id {
  return newId(day, (length) => Uint8Array.from({ length }, () => Math.floor(draw() * 256)))
}

type Weighted = readonly (readonly [code: string, weight: number])[]

const choices = {
  arrival: [
    ['walkIn', 65],
    ['appointment', 30],
    ['outreach', 5],
  ],
  outcome: [
    ['doneTogether', 45],
    ['informed', 25],
    ['toResume', 18],
    ['referred', 8],
    ['blocked', 4],
  ],
  posture: [
    ['together', 45],
    ['nearby', 35],
    ['alone', 20],
  ],
  ageBand: [
    ['15-17', 2],
    ['18-25', 9],
    ['26-39', 24],
    ['40-59', 34],
    ['60-69', 17],
    ['70plus', 14],
  ],
  gender: [
    ['female', 55],
    ['male', 43],
    ['undisclosed', 2],
  ],
  language: [
    ['fr', 68],
    ['ar', 9],
    ['en', 4],
    ['pt', 3],
    ['tr', 2],
    ['prs', 2],
    ['ro', 2],
  ],
  seenBefore: [
    ['never', 40],
    ['thisYear', 40],
    ['earlierYear', 15],
    ['unknown', 5],
  ],
  status: [
    ['jobless', 40],
    ['employed', 25],
    ['retired', 25],
    ['student', 5],
    ['undisclosed', 5],
  ],
  rightsStatus: [
    ['open', 60],
    ['broken', 15],
    ['closed', 15],
    ['unknown', 10],
  ],
  interpreting: [
    ['none', 80],
    ['relative', 10],
    ['staff', 5],
    ['byPhone', 5],
  ],
  autonomy: [
    ['doWith', 45],
    ['guided', 35],
    ['autonomous', 20],
  ],
  travelMode: [
    ['walk', 46],
    ['publicTransport', 28],
    ['ownCar', 16],
    ['lift', 6],
    ['bike', 4],
  ],
  knownFrom: [
    ['friend', 30],
    ['ccas', 20],
    ['cpam', 12],
    ['caf', 12],
    ['passing', 10],
    ['other', 16],
  ],
  profession: [
    ['socialWorker', 50],
    ['doctor', 20],
    ['counsellor', 20],
    ['teacher', 10],
  ],
  minutes: [
    ['15', 15],
    ['30', 40],
    ['45', 20],
    ['60', 15],
    ['90', 7],
    ['120', 3],
  ],
} satisfies Record<string, Weighted>

const sets = {
  procedures: [
    ['caf.access', 22],
    ['ameli.create', 20],
    ['residence.permit', 14],
    ['tax.return', 12],
    ['c2s.apply', 10],
    ['email.create', 8],
    ['retirement.apply', 5],
  ],
  obstacles: [
    ['fearMistake', 20],
    ['interface', 18],
    ['words', 15],
    ['personalData', 15],
    ['alone', 10],
    ['screenDiffers', 10],
  ],
  missing: [
    ['identity', 20],
    ['bank', 20],
    ['taxNotice', 15],
    ['income', 15],
    ['address', 10],
    ['vitale', 10],
  ],
  devices: [
    ['computer', 70],
    ['phone', 20],
    ['tablet', 10],
  ],
  situations: [
    ['rsa', 40],
    ['ccasSupported', 30],
    ['isolatedElder', 20],
    ['family', 10],
  ],
  accessHabits: [
    ['self', 30],
    ['family', 25],
    ['counter', 20],
    ['friends', 10],
    ['association', 10],
  ],
} satisfies Record<string, Weighted>

function pick(draw: Draw, weighted: Weighted): string {
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0)
  let at = draw() * total
  for (const [code, weight] of weighted) {
    at -= weight
    if (at < 0) return code
  }
  return weighted[0]?.[0] ?? ''
}

function pickSome(draw: Draw, weighted: Weighted, most: number): readonly string[] {
  const count = 1 + Math.floor(draw() * most)
  return [...new Set(Array.from({ length: count }, () => pick(draw, weighted)))].sort()
}

/** The facts of one visit: 25 of them, every one valid. */
export function visitFacts(draw: Draw, placeId: Id, day: Day, rank: number): Facts {
  return {
    day,
    halfDay: rank % 2 === 0 ? 'am' : 'pm',
    placeId,
    setting: 'atPlace',
    arrival: pick(draw, choices.arrival),
    rank: 1 + (rank >> 1),
    outcome: pick(draw, choices.outcome),
    posture: pick(draw, choices.posture),
    minutes: Number(pick(draw, choices.minutes)),
    'referredTo.structure': 'ccas',
    seenBefore: pick(draw, choices.seenBefore),
    ageBand: pick(draw, choices.ageBand),
    gender: pick(draw, choices.gender),
    status: pick(draw, choices.status),
    rightsStatus: pick(draw, choices.rightsStatus),
    language: pick(draw, choices.language),
    interpreting: pick(draw, choices.interpreting),
    area: `QN0${1 + Math.floor(draw() * 9)}`,
    autonomy: pick(draw, choices.autonomy),
    travelMode: pick(draw, choices.travelMode),
    knownFrom: pick(draw, choices.knownFrom),
    'referredBy.profession': pick(draw, choices.profession),
    procedures: pickSome(draw, sets.procedures, 3),
    obstacles: pickSome(draw, sets.obstacles, 3),
    devices: pickSome(draw, sets.devices, 1),
  }
}

/** Visits from the oldest to the newest day, as a feed would bring them: rows without their rev. */
export function* visits(seed: number, count: number, load: LoadSet): Generator<Omit<Row, 'rev' | 'siteId'>> {
  const draw = randomFrom(seed)
  const perDay = load.places.length * load.visitsPerPlaceAndDay
  const days = workingDays(load.until, Math.ceil(count / perDay))
  for (let at = 0; at < count; at += 1) {
    const day = days[Math.floor(at / perDay)] ?? load.until
    const placeId = load.places[at % load.places.length] ?? ''
    const rank = Math.floor((at % perDay) / load.places.length)
    yield { id: idFrom(draw, day), kind: 'visit', schema: 1, facts: visitFacts(draw, placeId, day, rank) }
  }
}

/** That many days from Monday to Friday, ascending, the last one at the end. */
function workingDays(until: Day, count: number): readonly Day[] {
  const days: Day[] = []
  for (let day = until; days.length < count; day = addDays(day, -1)) if (weekday(day) <= 5) days.push(day)
  return days.reverse()
}
