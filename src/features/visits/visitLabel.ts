import { isCounted, type VisitFacts } from '#domain/kinds/visit.ts'
import { answersText } from '#i18n/visitAnswers.ts'
import type { VisitWords } from './useVisitWords.ts'

/** « Visite n° 9, Compte CAF, 40 à 59 ans, 30 min, Fait sur place » (NAME-3). */
export function visitLabel(facts: VisitFacts, words: VisitWords): string {
  return words.t('list.name', { rank: facts.rank ?? 0, answers: answersText(facts, words) })
}

/** The second line of the list: how long, and the one thing worth seeing at a glance. */
export function secondLine(facts: VisitFacts, words: VisitWords): readonly string[] {
  const { format } = words
  const minutes = facts.minutes !== undefined && facts.minutes > 0 ? [format.duration(facts.minutes)] : []
  return [...minutes, ...worthSeeing(facts, words)]
}

function worthSeeing(facts: VisitFacts, { t, label, short, format }: VisitWords): readonly string[] {
  const to = facts['referredTo.structure']
  if (to !== undefined) return [t('list.towards', { structure: short('structures', to) })]
  const missing = facts.missing ?? []
  if (missing.length > 0) {
    const documents = format.list(missing.map((code) => label('documents', code)))
    return [t('list.missing', { documents })]
  }
  return facts.posture === undefined || !isCounted(facts) ? [] : [short('postures', facts.posture)]
}

/** How the outcome is coloured: the word says the same. */
export function outcomeTone(outcome: string | undefined): 'ok' | 'warn' | 'stop' | 'plain' {
  switch (outcome) {
    case 'informed':
    case 'doneTogether':
    case 'accompanied':
      return 'ok'
    case 'toResume':
      return 'warn'
    case 'blocked':
      return 'stop'
    default:
      return 'plain'
  }
}
