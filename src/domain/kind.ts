import * as v from 'valibot'

/** What a fact may hold (SYN-59). `null` empties a field: the person removed an answer. */
export type Value = boolean | number | string | readonly string[] | null

/** Facts are flat: an entry of a map is the field `name.key…` (GEN-6). */
export type Facts = Readonly<Record<string, Value>>

/** Field names on the wire (SYN-58). */
export const FieldName = v.pipe(
  v.string(),
  v.maxLength(64),
  v.regex(/^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/, 'field'),
  v.check((name) => !name.split('.').some((part) => forbiddenNames.has(part)), 'field'),
)
const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype'])

export type FieldSchemas = Readonly<Record<string, v.GenericSchema<unknown, boolean | number | string>>>
export type SetSchemas = Readonly<Record<string, v.GenericSchema<unknown, string>>>

/** A record kind: everything the device, the server and the tests need to know about it, as data (ARCH-5). */
export interface Kind<Fields extends FieldSchemas = FieldSchemas, Sets extends SetSchemas = SetSchemas> {
  readonly kind: string
  /** Number of the facts schema; grows when fields are added (SYN-91). */
  readonly schema: number
  /** `network` kinds belong to the whole network, `site` kinds to one site. */
  readonly scope: 'network' | 'site'
  /** Single values. In a name `*` stands for one key of a map: `details.*.outcome`. */
  readonly fields: Fields
  /** Multiple choices, changed by `add` and `remove` only (SYN-81). */
  readonly sets: Sets
  /** Until all of these are present the record is incomplete: shown, out of reports (SYN-84). */
  readonly required: readonly string[]
}

type Path<Pattern extends string> = Pattern extends `${infer Head}*${infer Tail}`
  ? `${Head}${string}${Path<Tail>}`
  : Pattern

/** The facts of a kind as TypeScript sees them; every one may be absent in a record that is still incomplete. */
export type FactsOf<K extends Kind> = {
  readonly [Name in keyof K['fields'] & string as Path<Name>]?: v.InferOutput<K['fields'][Name]>
} & { readonly [Name in keyof K['sets'] & string as Path<Name>]?: readonly string[] }

export function defineKind<const Fields extends FieldSchemas, const Sets extends SetSchemas>(
  kind: Kind<Fields, Sets>,
): Kind<Fields, Sets> {
  return kind
}

/** The pattern under which a kind declares a field, or `undefined` for a field this version does not know. */
export function patternOf(schemas: Readonly<Record<string, unknown>>, field: string): string | undefined {
  if (Object.hasOwn(schemas, field)) return field
  if (!field.includes('.')) return undefined // a pattern has at least two parts
  const parts = field.split('.')
  return Object.keys(schemas).find((pattern) => {
    if (!pattern.includes('*')) return false
    const expected = pattern.split('.')
    return (
      expected.length === parts.length && expected.every((part, at) => part === '*' || part === parts[at])
    )
  })
}

/** True when every required fact is there. */
export function isComplete(kind: Kind, facts: Facts): boolean {
  return kind.required.every((field) => {
    const value = facts[field]
    return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)
  })
}

/** True when one known fact has a value its schema refuses: the record is shown and left out of figures (SYN-59). */
export function hasInvalidFact(kind: Kind, facts: Facts): boolean {
  return Object.entries(facts).some(([field, value]) => {
    if (value === null) return false
    const schema = schemaOf(kind, field)
    return schema !== undefined && !v.is(schema, value)
  })
}

/** The schema of a known field, a set being an array of its codes; `undefined` for a field of a newer version. */
export function schemaOf(kind: Kind, field: string): v.GenericSchema | undefined {
  const set = patternOf(kind.sets, field)
  const element = set === undefined ? undefined : kind.sets[set]
  if (element !== undefined) return codesOf(element)
  const single = patternOf(kind.fields, field)
  return single === undefined ? undefined : kind.fields[single]
}

/** Made once per list: schemas are compared and checked thousands of times in a push. */
const codeLists = new WeakMap<v.GenericSchema<unknown, string>, v.GenericSchema>()

function codesOf(element: v.GenericSchema<unknown, string>): v.GenericSchema {
  const known = codeLists.get(element) ?? v.pipe(v.array(element), v.maxLength(32))
  codeLists.set(element, known)
  return known
}
