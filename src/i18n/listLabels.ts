import type { i18n } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Resources } from './resources.d.ts'

type AnyList = keyof Resources['lists']

/** A list whose words are here: `outcomes`, `procedures`… and its groups: `proceduresGroups`. */
export type ListName = Exclude<AnyList, `${string}Short`>

export interface ListLabels {
  /** The whole name, as on paper and in reports: « Moins de 15 ans ». */
  readonly label: (list: ListName, code: string) => string
  /** A shorter text contained in it, for a chip: « Moins de 15 ». The whole name when there is none. */
  readonly short: (list: ListName, code: string) => string
}

/** Words of the codes of the reference lists; the name of a term that a network added is in its record. */
export function useListLabels(): ListLabels {
  const { i18n } = useTranslation('lists')
  return useMemo(() => listLabelsIn(i18n), [i18n])
}

export function listLabelsIn(words: Pick<i18n, 't' | 'exists'>): ListLabels {
  // A code is data: whether each has its word is held by tests/locales.test.ts, not by the type of the key.
  const say = words.t as (key: string) => string
  const label = (list: ListName, code: string) => say(`lists:${list}.${codeKey(code)}`)
  return {
    label,
    short: (list, code) => {
      const key = `lists:${list}Short.${codeKey(code)}`
      return words.exists(key) ? say(key) : label(list, code)
    },
  }
}

/** A code as a key: without dots and hyphens (NOM-7). */
function codeKey(code: string): string {
  return code.replaceAll(/[.-]/g, '')
}
