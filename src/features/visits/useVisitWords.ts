import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOfCode } from '#domain/lists.ts'
import type { ListName } from '#i18n/listLabels.ts'
import { type AnswerWords, useAnswerWords } from '#i18n/visitAnswers.ts'

/** Everything a visit is told with: sentences, names of codes, formats. */
export interface VisitWords extends AnswerWords {
  /** The shortest text of a code, for the buttons of the form: « Compte ameli », « Fait seule ». */
  readonly chip: (list: ListName, code: string) => string
}

/** The form has many words on one screen: where the short text of a list is still long, `visits:chip` has its own. */
export function useVisitWords(): VisitWords {
  const { i18n } = useTranslation(['visits', 'common'])
  const words = useAnswerWords()
  return useMemo(() => {
    // A code is data: tests hold that each of these texts is contained in the full name.
    const say = words.t as (key: string) => string
    const chip = (list: ListName, code: string) => {
      const key = `visits:chip.${list}.${keyOfCode(code)}`
      return i18n.exists(key) ? say(key) : words.short(list, code)
    }
    return { ...words, chip }
  }, [i18n, words])
}
