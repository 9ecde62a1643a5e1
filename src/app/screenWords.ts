import { chosenLanguage } from '#i18n/chosen.ts'
import { wordsIn } from '#i18n/init.ts'
import { shownLanguage } from '#i18n/languages.ts'
import type { Screen } from './screens.ts'

/** The words of a screen, fetched beside its code, so that it is drawn once and whole. */
export async function loadScreenWords({ area, words = [] }: Screen): Promise<void> {
  await wordsIn(shownLanguage(chosenLanguage.current(), area)).loadNamespaces([...words])
}
