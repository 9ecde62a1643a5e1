import * as v from 'valibot'
import { Day, HalfDay, weekday } from '#domain/day.ts'
import { Id } from '#domain/ids.ts'
import { defineKind, type FactsOf } from '#domain/kind.ts'
import { codeOf } from '#domain/lists.ts'
import { Count, Hours } from '#domain/scalars.ts'

/** *Créneau*: one line of the timetable of a place (3-domain § 3.4). Key of a host: an id without hyphens. */
export const slot = defineKind({
  kind: 'slot',
  schema: 1,
  scope: 'site',
  fields: {
    placeId: Id,
    eventType: codeOf('eventTypes'),
    recurrence: codeOf('recurrences'),
    /** 1 = Monday … 7 = Sunday. */
    weekday: v.pipe(Count, v.minValue(1), v.maxValue(7)),
    halfDay: HalfDay,
    nth: v.picklist(['1', '2', '3', '4', 'last']),
    from: Day,
    until: Day,
    hours: Hours,
    welcome: v.picklist(['walkIn', 'appointment', 'both']),
    capacity: Count,
    programmeId: Id,
    'hosts.*.organisationId': Id,
    'hosts.*.function': codeOf('hostFunctions'),
    'hosts.*.memberId': Id,
  },
  sets: {},
  required: ['placeId', 'recurrence', 'weekday', 'halfDay', 'from'],
})
export type SlotFacts = FactsOf<typeof slot>

/** True when a weekly slot falls on that day and is in force. Other recurrences are set by the agenda. */
export function isSlotOn(slot: SlotFacts, day: Day): boolean {
  return (
    slot.recurrence === 'weekly' &&
    slot.weekday === weekday(day) &&
    (slot.from === undefined || slot.from <= day) &&
    (slot.until === undefined || slot.until === null || day <= slot.until)
  )
}
