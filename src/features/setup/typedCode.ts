import { readCrockford } from '#protocol/crockford.ts'

/** Length of a code that a coordinator reads out: 80 bits (SEC-62). */
export const codeLength = 16

export type CodeProblem =
  | { readonly type: 'codeSign' }
  | { readonly type: 'codeError'; readonly count: number }

/** Why a typed code cannot be one of ours, before the server is asked: no try is spent on a typing mistake. */
export function codeProblem(typed: string): CodeProblem | undefined {
  const read = readCrockford(typed)
  if (read === undefined) return { type: 'codeSign' }
  return read.length === codeLength ? undefined : { type: 'codeError', count: read.length }
}

/** By groups of four, as it is shown on the other device. */
export function grouped(code: string): string {
  return code.match(/.{1,4}/g)?.join(' ') ?? ''
}
