import * as v from 'valibot'
import { Day } from '#domain/day.ts'
import { Id } from '#domain/ids.ts'
import { defineKind, type FactsOf } from '#domain/kind.ts'
import { OrgText } from '#domain/text.ts'

/** *Appareil*: a browser enrolled in the network. Its keys are never in this record (3-domain § 3.4). */
export const device = defineKind({
  kind: 'device',
  schema: 1,
  scope: 'site',
  fields: {
    label: OrgText,
    use: v.picklist(['staff', 'borne']),
    placeId: Id,
    state: v.picklist(['active', 'revoked', 'lost']),
    enrolledOn: Day,
  },
  sets: {},
  required: ['label', 'use', 'state', 'enrolledOn'],
})
export type DeviceFacts = FactsOf<typeof device>
