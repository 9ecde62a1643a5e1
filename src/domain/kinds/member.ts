import * as v from 'valibot'
import { Day } from '#domain/day.ts'
import { Id } from '#domain/ids.ts'
import { defineKind, type FactsOf } from '#domain/kind.ts'
import { codeOf } from '#domain/lists.ts'
import { DisplayName } from '#domain/text.ts'

/** *Membre de l'équipe*: staff data, class P3, clear on the site only (3-domain § 3.4). */
export const member = defineKind({
  kind: 'member',
  schema: 1,
  scope: 'site',
  fields: {
    name: DisplayName,
    function: codeOf('hostFunctions'),
    organisationId: Id,
    role: codeOf('memberRoles'),
    startsOn: Day,
    endsOn: Day,
    tutorId: Id,
    weeklyMinutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_080)),
  },
  sets: { siteIds: Id },
  required: ['name', 'role', 'startsOn'],
})
export type MemberFacts = FactsOf<typeof member>

/** Present on that day: between the first day and the mandatory last one of a volunteer (SEC-88). */
export function isMemberOn(member: MemberFacts, day: Day): boolean {
  return (member.startsOn ?? day) <= day && day <= (member.endsOn ?? day)
}
