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
  return canonical(rest)
}

/** An operation as it travels, from its stored canonical body: parsing it again would cost as much as hashing it. */
export function withSeq(body: string, seq: number): string {
  return `${body.slice(0, -1)},"seq":${seq}}`
}
