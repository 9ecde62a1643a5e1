import * as v from 'valibot'
import { Id } from '#domain/ids.ts'
import { defineKind, type FactsOf } from '#domain/kind.ts'
import { Count } from '#domain/scalars.ts'
import { LongOrgText, OrgText } from '#domain/text.ts'

/** Minutes without a gesture before the team space closes, when the site has not chosen (5-security § 5.6). */
export const defaultIdleMinutes = 15

/** *Site*: a team that shares records and, later, one site key (3-domain § 3.4). */
export const site = defineKind({
  kind: 'site',
  schema: 1,
  scope: 'site',
  fields: {
    name: OrgText,
    carrier: Id,
    legalNotice: LongOrgText,
    followMinors: v.boolean(),
    /** Days without the server after which the clock is no longer trusted (SEC-39, SEC-84). */
    maxOfflineDays: v.pipe(Count, v.minValue(7), v.maxValue(180)),
    /** Minutes without a gesture before the team space closes (5-security § 5.6). */
    idleMinutes: v.pipe(Count, v.minValue(5), v.maxValue(30)),
  },
  sets: {},
  required: ['name'],
})
export type SiteFacts = FactsOf<typeof site>
