import type { VisitWords } from './useVisitWords.ts'

const outcomes = ['informed', 'doneTogether', 'accompanied', 'toResume', 'referred', 'blocked'] as const

/** The letter that chooses each outcome: « f » for « Fait ». Letters belong to a language, so they are words. */
export function outcomeKeys({ t }: Pick<VisitWords, 't'>): ReadonlyMap<string, string> {
  return new Map(outcomes.map((code) => [code, t(`outcome.keys.${code}`)]))
}
