import { Day } from '#domain/day.ts'
import { Id } from '#domain/ids.ts'
import { defineKind, type FactsOf } from '#domain/kind.ts'
import { codeOf } from '#domain/lists.ts'
import { LongOrgText, OrgText } from '#domain/text.ts'

/** *Structure*: public facts about an organisation; service data, never a person's (3-domain § 3.4). */
export const organisation = defineKind({
  kind: 'organisation',
  schema: 1,
  scope: 'network',
  fields: {
    name: OrgText,
    type: codeOf('structures'),
    missions: LongOrgText,
    phone: OrgText,
    email: OrgText,
    address: OrgText,
    hours: OrgText,
    website: OrgText,
    parentId: Id,
    checkedOn: Day,
    /** Key: the day of the change, written without hyphens (ORG-1). */
    'formerNames.*': OrgText,
  },
  sets: {},
  required: ['name', 'type'],
})
export type OrganisationFacts = FactsOf<typeof organisation>
