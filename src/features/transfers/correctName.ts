import type { TFunction } from 'i18next'
import type { Format } from '#i18n/format.ts'
import type { ToCorrect } from './toCorrect.ts'

/** « Corriger : Visite du 20/11/2026 »: what a screen reader says for the link of one line (NAME-3). */
export function correctName(
  { kind, day }: Pick<ToCorrect, 'kind' | 'day'>,
  kindWord: (kind: string | null | undefined) => string,
  format: Format,
  t: TFunction<'correction'>,
): string {
  return t('name', { what: kindWord(kind), day: day === undefined ? '' : format.shortDay(day) })
}
