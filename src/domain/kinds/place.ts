import * as v from 'valibot'
import { Day } from '#domain/day.ts'
import { defineKind, type FactsOf } from '#domain/kind.ts'
import { codeOf } from '#domain/lists.ts'
import { Count, LanguageTag } from '#domain/scalars.ts'
import { OrgText } from '#domain/text.ts'

/** *Lieu*: where help happens (3-domain § 3.4). A closed place leaves the forms and stays in reports (PLC-1). */
export const place = defineKind({
  kind: 'place',
  schema: 1,
  scope: 'site',
  fields: {
    name: OrgText,
    kind: codeOf('placeKinds'),
    address: OrgText,
    postcode: v.pipe(v.string(), v.regex(/^\d{5}$/, 'postcode')),
    commune: OrgText,
    insee: v.pipe(v.string(), v.regex(/^\d[0-9AB]\d{3}$/, 'insee')),
    area: OrgText,
    opensOn: Day,
    closesOn: Day,
    hours: OrgText,
    language: LanguageTag,
    /** Minutes without a gesture before a public computer wipes itself (KIOSK-2). */
    idleMinutes: v.pipe(Count, v.minValue(2), v.maxValue(10)),
    coopStructureId: OrgText,
  },
  sets: {},
  required: ['name', 'kind', 'opensOn'],
})
export type PlaceFacts = FactsOf<typeof place>
