import { type BackendModule, createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { french, type Language } from './languages.ts'
import { frenchAtHand, type Namespaces, readLanguage, readWords } from './wordFiles.ts'

/** In tests a word that is missing is a failure, not a fallback (WORDS-4). */
const loud = {
  saveMissing: true,
  missingKeyHandler: (_: readonly string[], namespace: string, key: string) => {
    throw new Error(`no word for ${namespace}:${key}`)
  },
  missingInterpolationHandler: (text: string, [variable]: RegExpExecArray) => {
    throw new Error(`no value for ${variable} in "${text}"`)
  },
}

/** Fetches the French words of a screen as it is opened: `useTranslation` waits for them before the screen is drawn. */
const frenchOnDemand: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    readWords(language, namespace).then(
      (words) => done(null, words),
      (problem: Error) => done(problem, true), // true: try again
    )
  },
}

const ready = new Map<string, i18n>([[french.code, makeInstance(french, frenchAtHand)]])

/** The words of a language whose words are loaded; French meanwhile. */
export function wordsIn(language: Language): i18n {
  return ready.get(language.code) ?? (ready.get(french.code) as i18n)
}

/** All the words of a language but French, so that choosing it changes the page at once. Rejects when they cannot be had. */
export async function loadWords(language: Language): Promise<void> {
  if (ready.has(language.code)) return
  ready.set(language.code, makeInstance(language, await readLanguage(language.code)))
}

function makeInstance(language: Language, words: Namespaces): i18n {
  const instance = createInstance()
  if (language === french) instance.use(initReactI18next).use(frenchOnDemand) // what a screen without a provider speaks
  void instance.init({
    lng: language.code,
    fallbackLng: french.code,
    defaultNS: 'common',
    ns: Object.keys(words),
    resources: { [french.code]: frenchAtHand, [language.code]: words },
    partialBundledLanguages: true,
    initAsync: false,
    interpolation: { escapeValue: false }, // React escapes
    ...(import.meta.env.MODE === 'test' && loud),
  })
  return instance
}
