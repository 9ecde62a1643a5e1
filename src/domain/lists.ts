import * as v from 'valibot'
import accessHabits from './lists/accessHabits.json' with { type: 'json' }
import ageBands from './lists/ageBands.json' with { type: 'json' }
import arrivals from './lists/arrivals.json' with { type: 'json' }
import autonomy from './lists/autonomy.json' with { type: 'json' }
import devicesUsed from './lists/devicesUsed.json' with { type: 'json' }
import difficulties from './lists/difficulties.json' with { type: 'json' }
import documents from './lists/documents.json' with { type: 'json' }
import durations from './lists/durations.json' with { type: 'json' }
import eventStates from './lists/eventStates.json' with { type: 'json' }
import eventTypes from './lists/eventTypes.json' with { type: 'json' }
import genders from './lists/genders.json' with { type: 'json' }
import hostFunctions from './lists/hostFunctions.json' with { type: 'json' }
import interpreting from './lists/interpreting.json' with { type: 'json' }
import knownFrom from './lists/knownFrom.json' with { type: 'json' }
import languages from './lists/languages.json' with { type: 'json' }
import logistics from './lists/logistics.json' with { type: 'json' }
import mandateDurations from './lists/mandateDurations.json' with { type: 'json' }
import memberRoles from './lists/memberRoles.json' with { type: 'json' }
import motives from './lists/motives.json' with { type: 'json' }
import obstacles from './lists/obstacles.json' with { type: 'json' }
import outcomes from './lists/outcomes.json' with { type: 'json' }
import placeKinds from './lists/placeKinds.json' with { type: 'json' }
import postures from './lists/postures.json' with { type: 'json' }
import procedures from './lists/procedures.json' with { type: 'json' }
import professions from './lists/professions.json' with { type: 'json' }
import recurrences from './lists/recurrences.json' with { type: 'json' }
import rightsStatus from './lists/rightsStatus.json' with { type: 'json' }
import seenBefore from './lists/seenBefore.json' with { type: 'json' }
import settings from './lists/settings.json' with { type: 'json' }
import situations from './lists/situations.json' with { type: 'json' }
import statuses from './lists/statuses.json' with { type: 'json' }
import structures from './lists/structures.json' with { type: 'json' }
import tallies from './lists/tallies.json' with { type: 'json' }
import themes from './lists/themes.json' with { type: 'json' }
import travelModes from './lists/travelModes.json' with { type: 'json' }
import workshopLevels from './lists/workshopLevels.json' with { type: 'json' }

/** One entry of a reference list. Its words are in `locales/<lng>/lists.json`. */
export interface ListItem {
  readonly code: string
  readonly group?: string
  /** First and last valid day, inclusive (NOM-1). */
  readonly since?: string
  readonly until?: string
  readonly successor?: string
  /** Clears the other choices of a set (NOM-3). */
  readonly exclusive?: boolean
  /** A finer code of a wider one (AGE-1). */
  readonly parent?: string
  /** Whole years, inclusive (age bands). */
  readonly min?: number
  readonly max?: number
  /** Minutes (proposed durations). */
  readonly minutes?: number
  readonly default?: boolean
  readonly defaultRole?: string | null
  readonly minRole?: string
  /** Where an obstacle may be chosen: visit, guide, response, nonTakeUp. */
  readonly contexts?: readonly string[]
}

export interface ReferenceList {
  readonly id: string
  /** True when a network may add terms of its own (NOM-2). */
  readonly extensible: boolean
  readonly groups?: readonly { readonly code: string }[]
  /** In the order of the screen, which is also the canonical order (NOM-3). */
  readonly items: readonly ListItem[]
}

const lists = {
  accessHabits,
  ageBands,
  arrivals,
  autonomy,
  devicesUsed,
  difficulties,
  documents,
  durations,
  eventStates,
  eventTypes,
  genders,
  hostFunctions,
  interpreting,
  knownFrom,
  languages,
  logistics,
  mandateDurations,
  memberRoles,
  motives,
  obstacles,
  outcomes,
  placeKinds,
  postures,
  procedures,
  professions,
  recurrences,
  rightsStatus,
  seenBefore,
  settings,
  situations,
  statuses,
  structures,
  tallies,
  themes,
  travelModes,
  workshopLevels,
} satisfies Record<string, ReferenceList>

export type ListId = keyof typeof lists

export function referenceList(id: ListId): ReferenceList {
  return lists[id]
}

const codeShape = v.pipe(v.string(), v.maxLength(64), v.regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, 'code'))

/**
 * The schema of one code of a list: exactly the shipped codes of a closed list; for an extensible one any
 * well-formed code, since a network adds terms that this version may not have pulled yet (NOM-2).
 */
export function codeOf(id: ListId): v.GenericSchema<string> {
  const list = referenceList(id)
  return list.extensible
    ? codeShape
    : v.picklist(
        list.items.map((item) => item.code),
        'code',
      )
}

/** The codes a form may offer on a day, in screen order (GEN-9). */
export function codesOn(id: ListId, day: string): readonly ListItem[] {
  return referenceList(id).items.filter(
    (item) =>
      (item.since === undefined || item.since <= day) && (item.until === undefined || day <= item.until),
  )
}

/** A code as it is written inside a field path or a translation key: dots and hyphens are path syntax (NOM-7). */
export function keyOfCode(code: string): string {
  return code.replaceAll(/[.-]/g, '')
}
