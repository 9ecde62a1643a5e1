import canonicalize from 'canonicalize'
import type { OperationBody } from '#domain/operation.ts'

/** JSON in the one canonical form of RFC 8785: sorted keys, no spaces. The value must be JSON already. */
export function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('not a JSON value')
  return text
}

/** The text whose SHA-256 identifies an operation for ever: without its place in the sequence and its signature (SYN-57). */
export function hashedText(operation: OperationBody & { readonly seq?: number }): string {
  const { seq: _seq, sig: _sig, ...rest } = operation
  return sortedText(rest) ?? canonical(rest)
}

/**
 * What a device sends is canonical already, and a parser keeps the order of members: then plain JSON is the canonical
 * form, at a tenth of the cost. `undefined` when members are not in order, or when a character may be half of one.
 */
function sortedText(value: object): string | undefined {
  if (!isSorted(value)) return undefined
  const text = JSON.stringify(value)
  return text.includes('\\ud') ? undefined : text
}

function isSorted(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isSorted)
  let before = ''
  for (const [name, inner] of Object.entries(value)) {
    if (name < before || !isSorted(inner)) return false
    before = name
  }
  return true
}

/** An operation as it travels, from its stored canonical body: parsing it again would cost as much as hashing it. */
export function withSeq(body: string, seq: number): string {
  return `${body.slice(0, -1)},"seq":${seq}}`
}
