import * as v from 'valibot'
import { defineKind, type FactsOf } from '#domain/kind.ts'
import { Count, LanguageTag } from '#domain/scalars.ts'
import { OrgText } from '#domain/text.ts'

/** *Réseau*: the tenant. One municipality, one federation (3-domain § 3.4). */
export const network = defineKind({
  kind: 'network',
  schema: 1,
  scope: 'network',
  fields: {
    name: OrgText,
    /** Cells below this count are masked outside the site (SEC-99). */
    smallCell: v.pipe(Count, v.minValue(3), v.maxValue(11)),
    repeatMonths: v.pipe(Count, v.minValue(1), v.maxValue(60)),
    registrationThreshold: v.pipe(Count, v.minValue(1), v.maxValue(100)),
    reviewMonths: v.pipe(Count, v.minValue(1), v.maxValue(12)),
    /** GEN-13: a profile question of the visit that the network switched off. */
    'asks.*': v.boolean(),
  },
  sets: { languages: LanguageTag },
  required: ['name'],
})
export type NetworkFacts = FactsOf<typeof network>
