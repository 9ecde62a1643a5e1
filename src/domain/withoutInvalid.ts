import type { Kind } from './kind.ts'
import { type Change, hasValidValues, isFieldName } from './operation.ts'

/** A change without the parts that would have it held as invalid: what a form can show and save again (SYN-29). */
export function withoutInvalid(kind: Kind, { set, add, remove }: Change): Change {
  const isValid = (field: string, change: Change) => isFieldName(field, kind) && hasValidValues(kind, change)
  const kept = Object.entries(set ?? {}).filter(([field, value]) =>
    isValid(field, { set: { [field]: value } }),
  )
  const elements = (changes: Change['add'] = {}) =>
    Object.fromEntries(
      Object.entries(changes).map(([field, codes]) => [
        field,
        codes.filter((element) => isValid(field, { add: { [field]: [element] } })),
      ]),
    )
  return { set: Object.fromEntries(kept), add: elements(add), remove: elements(remove) }
}
