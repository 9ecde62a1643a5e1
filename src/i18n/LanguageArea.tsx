import { type ReactNode, Suspense, useLayoutEffect, useSyncExternalStore } from 'react'
import { I18nextProvider } from 'react-i18next'
import { chosenLanguage } from './chosen.ts'
import { wordsIn } from './init.ts'
import { type Area, type Language, languagesOffered, shownLanguage } from './languages.ts'

/**
 * Shows an area in the chosen language, or in French with `lang="fr" dir="ltr"` when that language is not complete there
 * (LANG-2). The attributes are on the root element before the page is painted (LANG-4).
 */
export function LanguageArea({ area, children }: { readonly area: Area; readonly children: ReactNode }) {
  const { shown } = useLanguage(area)
  useLayoutEffect(() => {
    document.documentElement.lang = shown.code
    document.documentElement.dir = shown.dir
  }, [shown])
  return (
    <I18nextProvider i18n={wordsIn(shown)}>
      <Suspense fallback={null}>{children}</Suspense>
    </I18nextProvider>
  )
}

interface AreaLanguage {
  readonly chosen: Language
  readonly shown: Language
  /** What can be chosen here: complete languages only. */
  readonly offered: readonly Language[]
}

export function useLanguage(area: Area): AreaLanguage {
  const chosen = useSyncExternalStore(chosenLanguage.subscribe, chosenLanguage.current)
  return { chosen, shown: shownLanguage(chosen, area), offered: languagesOffered(area) }
}
