import { canonicalText, type StoredRecord, type StoredWork } from './checker.ts'
import type { ageBands, arrivals, outcomes, postures, procedures, travelModes } from './words.ts'

/** What a test types about one person helped. Codes; the words of the screen are in words.ts. */
export interface TypedVisit {
  readonly arrival?: keyof typeof arrivals
  readonly procedures: readonly (keyof typeof procedures)[]
  readonly outcome: keyof typeof outcomes
  readonly posture?: keyof typeof postures
  readonly ageBand?: keyof typeof ageBands
  readonly minutes?: number
  readonly travelMode?: keyof typeof travelModes
}

/** A visit as it was announced saved: everything that must be found again, and nothing else. */
export interface LoggedVisit extends TypedVisit {
  readonly day: string
  /** Its number in the half-day (VIS-9). */
  readonly rank: number
}

/** The simplest visit; a test says only what matters to it. */
export function aVisit(over: Partial<TypedVisit> = {}): TypedVisit {
  return { procedures: ['ameli.create'], outcome: 'doneTogether', ...over }
}

/** Filled by the product without being typed; their own rules are checked in `contextFaults`. */
const filledIn = new Set(['placeId', 'halfDay', 'eventId', 'setting', 'hostOrganisationId'])

/** What the form proposes when nothing is pressed (`arrivals`, `postures`: default). */
const proposed = { arrival: 'walkIn', posture: 'together' } as const

/** Every difference between what was typed and what the server holds, as sentences; none when all is well. */
export function differences(work: StoredWork, logged: readonly LoggedVisit[]): readonly string[] {
  const stored = work.living('visit')
  const found = stored.map((record) => canonicalText(typedPart(record))).sort()
  const expected = logged.map((visit) => canonicalText(asFacts(visit))).sort()
  return [
    ...without(expected, found).map((visit) => `missing: ${visit}`),
    ...without(found, expected).map((visit) => `not typed: ${visit}`),
    ...stored.flatMap((record) => contextFaults(work, record)),
  ]
}

function asFacts(visit: LoggedVisit): Readonly<Record<string, unknown>> {
  return { ...proposed, ...visit, procedures: [...visit.procedures].sort() }
}

function typedPart({ facts }: StoredRecord): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(facts).filter(([field]) => !filledIn.has(field)))
}

/** The elements of one list that the other does not hold as many times. */
function without(from: readonly string[], taken: readonly string[]): readonly string[] {
  const left = [...taken]
  return from.filter((element) => {
    const at = left.indexOf(element)
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
}

/** A visit stands in a known place, in a half-day, under the permanence of that half-day when it names one. */
function contextFaults(work: StoredWork, { id, facts }: StoredRecord): readonly string[] {
  const place = work.living('place').find((candidate) => candidate.id === facts.placeId)
  const event = work.living('event').find((candidate) => candidate.id === facts.eventId)
  const problems = [
    place === undefined && 'stands in no known place',
    !['am', 'pm', 'eve'].includes(String(facts.halfDay)) && `is in no half-day: ${facts.halfDay}`,
    facts.eventId !== undefined && event === undefined && 'names a permanence that does not exist',
    event !== undefined && event.facts.day !== facts.day && 'is under the permanence of another day',
    event !== undefined && event.facts.halfDay !== facts.halfDay && 'is under another half-day',
  ]
  return problems.filter((problem) => problem !== false).map((problem) => `visit ${id} ${problem}`)
}
