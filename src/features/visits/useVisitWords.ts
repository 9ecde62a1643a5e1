import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOfCode } from '#domain/lists.ts'
import { type Format, useFormat } from '#i18n/format.ts'
import { type ListLabels, type ListName, useListLabels } from '#i18n/listLabels.ts'

/** Everything a visit is told with: sentences, names of codes, formats. */
export interface VisitWords extends ListLabels {
  readonly t: TFunction<['visits', 'common']>
  readonly format: Format
  /** The shortest text of a code, for the buttons of the form: « Compte ameli », « Fait seule ». */
  readonly chip: (list: ListName, code: string) => string
}

/** The form has many words on one screen: where the short text of a list is still long, `visits:chip` has its own. */
export function useVisitWords(): VisitWords {
  const { t, i18n } = useTranslation(['visits', 'common'])
  const labels = useListLabels()
  const format = useFormat()
  return useMemo(() => {
    // A code is data: tests hold that each of these texts is contained in the full name.
    const say = t as (key: string) => string
    const chip = (list: ListName, code: string) => {
      const key = `visits:chip.${list}.${keyOfCode(code)}`
      return i18n.exists(key) ? say(key) : labels.short(list, code)
    }
    return { t, ...labels, chip, format }
  }, [t, i18n, labels, format])
}
