import { useMemo } from 'react'
import type { ListName } from '#i18n/listLabels.ts'
import type { ChoiceOption } from '#ui/Choice.tsx'
import type { LucideIcon } from '#ui/Icon.tsx'
import { useVisitWords } from './useVisitWords.ts'

/** What stands beside the word of a code. */
export interface Marks {
  readonly icons?: Readonly<Record<string, LucideIcon>>
  /** The key that chooses each code. */
  readonly keys?: ReadonlyMap<string, string>
}

export interface Chips {
  /** A short text for each code, named in full for who hears it (NAME-4). */
  readonly chips: (list: ListName, codes: readonly string[], marks?: Marks) => readonly ChoiceOption[]
  readonly chip: (list: ListName, code: string) => ChoiceOption
}

export function useChips(): Chips {
  const { label, chip: text } = useVisitWords()
  return useMemo(() => {
    const chip = (list: ListName, code: string): ChoiceOption => {
      const name = label(list, code)
      const shown = text(list, code)
      return { value: code, label: shown, ...(shown !== name && { name }) }
    }
    return {
      chip,
      chips: (list, codes, { icons = {}, keys } = {}) =>
        codes.map((code) => ({ ...chip(list, code), icon: icons[code], keyHint: keys?.get(code) })),
    }
  }, [label, text])
}
