import * as v from 'valibot'
import { Day } from '#domain/day.ts'
import { Id } from '#domain/ids.ts'
import { defineKind, type FactsOf, FieldName } from '#domain/kind.ts'

const written = v.union([v.boolean(), v.number(), v.pipe(v.string(), v.maxLength(280))])

/**
 * Two values of one field, neither author having seen the other's (SYN-79). Made by the server with the merge;
 * a value that was emptied is absent. `element` names the choice of a set: then kept and lost are true or false.
 */
export const conflict = defineKind({
  kind: 'conflict',
  schema: 1,
  scope: 'site',
  fields: {
    record: Id,
    recordKind: v.pipe(v.string(), v.maxLength(64)),
    field: FieldName,
    element: v.pipe(v.string(), v.maxLength(64)),
    kept: written,
    lost: written,
    keptBy: Id,
    lostBy: Id,
    keptDay: Day,
    lostDay: Day,
    settled: v.picklist(['kept', 'lost']),
  },
  sets: {},
  required: ['record', 'field'],
})
export type ConflictFacts = FactsOf<typeof conflict>
