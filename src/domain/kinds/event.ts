import * as v from 'valibot'
import { type Day, Day as DaySchema, type HalfDay, HalfDay as HalfDaySchema } from '#domain/day.ts'
import { derivedId, Id } from '#domain/ids.ts'
import { defineKind, type FactsOf } from '#domain/kind.ts'
import { codeOf } from '#domain/lists.ts'
import { Count } from '#domain/scalars.ts'
import { OrgText } from '#domain/text.ts'

/** *Événement*: everything on the calendar, a half-day of permanence included (3-domain § 3.6). */
export const event = defineKind({
  kind: 'event',
  schema: 1,
  scope: 'site',
  fields: {
    type: codeOf('eventTypes'),
    title: OrgText,
    programmeId: Id,
    level: codeOf('workshopLevels'),
    ordinal: Count,
    interpreting: codeOf('interpreting'),
    state: codeOf('eventStates'),
    day: DaySchema,
    untilDay: DaySchema,
    halfDay: HalfDaySchema,
    minutes: v.pipe(Count, v.maxValue(1440)),
    placeId: Id,
    slotId: Id,
    hostOrganisationId: Id,
    opensOn: DaySchema,
    threshold: Count,
    capacity: Count,
    'hosts.*.organisationId': Id,
    'hosts.*.function': codeOf('hostFunctions'),
    'hosts.*.memberId': Id,
    'counts.*': Count,
    /** GEN-7: tally code, then the id of the device that pressed, without hyphens; devices are added up. */
    'tallies.*.*': Count,
    'publics.*.*': Count,
  },
  sets: { themes: codeOf('themes'), logistics: codeOf('logistics') },
  required: ['type', 'state'],
})
export type EventFacts = FactsOf<typeof event>

const halfDayTags: Readonly<Record<HalfDay, number>> = { am: 2, pm: 3, eve: 4 }

/** The id of the permanence of a planned slot on a day: the same on every device (SLT-1). */
export function permanenceOfSlot(slotId: Id, day: Day): Id {
  return derivedId(slotId, day, 1)
}

/** The id of a permanence that no slot plans: one per place, day and half-day (SLT-1). */
export function unplannedPermanence(placeId: Id, day: Day, halfDay: HalfDay): Id {
  return derivedId(placeId, day, halfDayTags[halfDay])
}

/** The field that holds what one device counted (GEN-7). */
export function tallyField(tally: string, deviceId: Id): `tallies.${string}.${string}` {
  return `tallies.${tally}.${deviceId.replaceAll('-', '')}`
}

/** What all devices counted together (GEN-7). */
export function tallyTotal(facts: EventFacts, tally: string): number {
  return Object.entries(facts).reduce(
    (total, [field, value]) =>
      field.startsWith(`tallies.${tally}.`) && typeof value === 'number' ? total + value : total,
    0,
  )
}
