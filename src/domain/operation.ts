import * as v from 'valibot'
import { Day } from './day.ts'
import { Id } from './ids.ts'
import { type Facts, FieldName, type Kind, patternOf, schemaOf, type Value } from './kind.ts'
import { kinds } from './kinds.ts'
import { isClean } from './text.ts'

/** At most this many fields in one operation (SYN-65). */
export const maxFields = 64

const code = v.pipe(v.string(), v.maxLength(64))
const looseText = v.pipe(v.string(), v.maxLength(280))
const Written = v.nullable(
  v.union([v.boolean(), v.pipe(v.number(), v.finite()), looseText, v.pipe(v.array(code), v.maxLength(32))]),
)
/** A list has keys too: it is told apart before it is copied into an object. */
const notAList = v.pipe(
  v.unknown(),
  v.check((value) => !Array.isArray(value), 'list'),
)
const isFew = (changes: object): boolean => Object.keys(changes).length <= maxFields
const Changes = v.pipe(
  notAList,
  v.record(v.string(), Written),
  v.check((changes) => isFew(changes), 'fields'),
)
const Elements = v.pipe(
  notAList,
  v.record(v.string(), v.pipe(v.array(code), v.minLength(1), v.maxLength(32))),
  v.check((changes) => isFew(changes), 'fields'),
)

/**
 * What may be done to a record as a whole; `discard` is done to a held one. `erase` and `release` come with people's
 * keys (SYN-87, SYN-88).
 */
export const Act = v.picklist(['delete', 'restore', 'erase', 'release', 'discard'])
export type Act = v.InferOutput<typeof Act>

const kindName = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]{0,63}$/, 'kind'))

/**
 * One immutable intention on one record (4-sync § 4.2). Loose: members of a newer version are stored with it and
 * ignored by the merge (SYN-58). `seq` is given on the wire only, so that renumbering keeps the hash (SYN-57).
 */
export const OperationBody = v.looseObject({
  id: Id,
  kind: kindName,
  /** The number of the facts schema its author had (SYN-14). */
  schema: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
  record: Id,
  /** The record's rev shown when the form opened; 0 for none (SYN-5). */
  base: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** The author's day. */
  day: Day,
  /** The declared author, a member. */
  by: Id,
  set: v.optional(Changes),
  add: v.optional(Elements),
  remove: v.optional(Elements),
  /** Sealed compartments travel untouched (SYN-64); nothing opens them yet. */
  seal: v.optional(v.record(v.string(), v.unknown())),
  act: v.optional(Act),
  /** Set when the device could not trust its clock (SYN-25). */
  clock: v.optional(v.literal('unverified')),
  /** The author's signature over the same bytes without it (SYN-57); outside the hash. */
  sig: v.optional(v.pipe(v.string(), v.maxLength(512))),
})
export type OperationBody = v.InferOutput<typeof OperationBody>

/** An operation as it travels: its body and its place in the writer's sequence. */
export const Operation = v.looseObject({
  ...OperationBody.entries,
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
})
export type Operation = v.InferOutput<typeof Operation>

/** Why an operation was stored without being applied (SYN-63). */
export const HeldCode = v.picklist([
  'not_allowed',
  'unsigned',
  'depends',
  'author_revoked',
  'device_revoked',
  'record_deleted',
  'base_outdated',
  'immutable',
  'invalid',
  'schema_unknown',
  'quota',
  'failed',
])
export type HeldCode = v.InferOutput<typeof HeldCode>

/** What a person changed: the part of an operation that says something about the record. */
export interface Change {
  readonly set?: Readonly<Record<string, Value>> | undefined
  readonly add?: Readonly<Record<string, readonly string[]>> | undefined
  readonly remove?: Readonly<Record<string, readonly string[]>> | undefined
}

/**
 * The change from what a form showed to what it says now: only the fields the person touched (SYN-4), sets as
 * elements added and removed (SYN-81), an emptied field as `null`. `undefined` when nothing changed.
 */
export function changeBetween(kind: Kind, before: Facts, after: Facts): Change | undefined {
  const set: Record<string, Value> = {}
  const add: Record<string, readonly string[]> = {}
  const remove: Record<string, readonly string[]> = {}
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const was = before[field] ?? null
    const is = after[field] ?? null
    if (patternOf(kind.sets, field) === undefined) {
      if (was !== is) set[field] = is
      continue
    }
    const old = Array.isArray(was) ? was : []
    const now = Array.isArray(is) ? is : []
    const added = now.filter((element: string) => !old.includes(element))
    const removed = old.filter((element: string) => !now.includes(element))
    if (added.length > 0) add[field] = [...added].sort()
    if (removed.length > 0) remove[field] = [...removed].sort()
  }
  const change = {
    ...(Object.keys(set).length > 0 && { set }),
    ...(Object.keys(add).length > 0 && { add }),
    ...(Object.keys(remove).length > 0 && { remove }),
  }
  return Object.keys(change).length === 0 ? undefined : change
}

/**
 * Why a well-formed operation cannot be applied whatever its author's rights, or `undefined` (SYN-58, SYN-59).
 * A known field with a wrong value is `invalid` only if the author's schema is not newer than ours.
 */
export function operationProblem(operation: OperationBody, today: Day): HeldCode | undefined {
  const names = [operation.set, operation.add, operation.remove].flatMap((part) => Object.keys(part ?? {}))
  const kind = kinds.get(operation.kind)
  if (names.length > maxFields || !names.every((name) => isFieldName(name, kind))) return 'invalid'
  if (kind === undefined) return 'schema_unknown'
  if (isFutureVisit(operation, today)) return 'invalid'
  return operation.schema > kind.schema || hasValidValues(kind, operation) ? undefined : 'invalid'
}

/** A name that the kind declares needs no look at its shape. */
export function isFieldName(name: string, kind: Kind | undefined): boolean {
  const isDeclared =
    kind !== undefined && (Object.hasOwn(kind.fields, name) || Object.hasOwn(kind.sets, name))
  return isDeclared || v.is(FieldName, name)
}

function isFutureVisit(operation: OperationBody, today: Day): boolean {
  const day = operation.set?.day
  return operation.kind === 'visit' && typeof day === 'string' && day > today
}

/** True when no known field has a value that its schema refuses, and no unknown one a text of any length. */
export function hasValidValues(kind: Kind, change: Change): boolean {
  const singles = Object.entries(change.set ?? {}).every(([field, value]) => {
    if (patternOf(kind.sets, field) !== undefined) return false
    const schema = schemaOf(kind, field)
    if (value === null) return true
    return schema === undefined ? isPlainValue(value) : v.is(schema, value)
  })
  const elements = [change.add, change.remove].flatMap((part) => Object.entries(part ?? {}))
  return (
    singles &&
    elements.every(([field, codes]) => {
      if (patternOf(kind.fields, field) !== undefined) return false
      const schema = schemaOf(kind, field)
      return schema === undefined || v.is(schema, codes)
    })
  )
}

/** Hours and minutes, alone or in an instant: facts hold no clock time (GEN-3). */
const clockTime = /\d[:hT]\d\d/i

/** A field of a newer version: short codes only, so that no free text and no time slips in under an unknown name. */
function isPlainValue(value: Value): boolean {
  return typeof value === 'string' ? value.length <= 64 && isClean(value) && !clockTime.test(value) : true
}
