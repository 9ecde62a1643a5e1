import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Format, useFormat } from './format.ts'
import { type ListLabels, useListLabels } from './listLabels.ts'

/** What a line about a visit tells of its answers. */
interface ToldAnswers {
  readonly procedures?: readonly string[] | undefined
  readonly ageBand?: string | undefined
  readonly minutes?: number | undefined
  readonly outcome?: string | undefined
}

/** What answers are told with: sentences, names of codes, formats. */
export interface AnswerWords extends ListLabels {
  readonly t: TFunction<['visits', 'common']>
  readonly format: Format
}

export function useAnswerWords(): AnswerWords {
  const { t } = useTranslation(['visits', 'common'])
  const labels = useListLabels()
  const format = useFormat()
  return useMemo(() => ({ t, ...labels, format }), [t, labels, format])
}

/** « Compte CAF, 40 à 59 ans, 30 min, Fait sur place » */
export function answersText(answers: ToldAnswers, words: AnswerWords): string {
  const { label, format } = words
  const { ageBand, minutes = 0, outcome } = answers
  const told = [
    proceduresText(answers, words),
    ageBand && label('ageBands', ageBand),
    minutes > 0 && format.duration(minutes),
    outcome && label('outcomes', outcome),
  ]
  return told.filter(Boolean).join(', ')
}

/** « Compte ameli et Adresse e-mail » */
export function proceduresText({ procedures = [] }: ToldAnswers, { t, short, format }: AnswerWords): string {
  return procedures.length === 0
    ? t('list.noProcedure')
    : format.list(procedures.map((code) => short('procedures', code)))
}

/** « Matin du mardi 24 novembre : Compte CAF, 40 à 59 ans »: a visit that was begun and not saved. */
export function begunText(
  answers: ToldAnswers,
  { day, halfDay }: { readonly day: string; readonly halfDay: string },
  words: AnswerWords,
  today: string,
): string {
  const { t, format, label } = words
  return t('draft.item', {
    day: format.day(day, today),
    halfDay: label('halfDays', halfDay),
    answers: answersText(answers, words),
  })
}
