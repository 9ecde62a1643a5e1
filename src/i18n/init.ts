import { type BackendModule, createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { french, type Language } from './languages.ts'
import { frenchAtHand, type Namespaces } from './wordFiles.ts'

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

const otherWords = () => import('./otherWords.ts')

/** Fetches the words of a screen as it is opened: `useTranslation` waits for them before the screen is drawn. */
const onDemand: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    otherWords()
      .then(({ readWords }) => readWords(language, namespace))
      .then(
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

/**
 * The words of a language for all that any language has shown, so that choosing it changes the page at once; the
 * others come with their screens. Rejects when they cannot be had.
 */
export async function loadWords(language: Language): Promise<void> {
  const words = ready.get(language.code)
  const known = namesOf(language.code, words)
  const shown = [...ready].flatMap(([code, instance]) => namesOf(code, instance))
  const missing = [...new Set(shown)].filter((name) => !known.includes(name))
  if (missing.length === 0) return
  const { namesIn, readLanguage } = await otherWords()
  const names = namesIn(language.code, missing)
  if (words !== undefined) return words.loadNamespaces(names)
  ready.set(language.code, makeInstance(language, await readLanguage(language.code, names)))
}

function namesOf(code: string, words: i18n | undefined): readonly string[] {
  return Object.keys(words?.getDataByLanguage(code) ?? {})
}

function makeInstance(language: Language, words: Namespaces): i18n {
  const instance = createInstance()
  instance.use(onDemand)
  if (language === french) instance.use(initReactI18next) // what a screen without a provider speaks
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
