import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { french, type Language } from './languages.ts'
import { type Words, withoutNotes } from './notes.ts'

/** French is in the first load: it is the fallback of everything. The lists that no screen shows yet are not loaded. */
const eager = import.meta.glob<Words>(['../../locales/fr/*.json', '!../../locales/*/otherLists.json'], {
  eager: true,
  import: 'default',
})
// No `!(fr)` in a pattern: the development server understands it, the build silently finds nothing.
const lazy = import.meta.glob<Words>(
  ['../../locales/*/*.json', '!../../locales/fr/*.json', '!../../locales/*/otherLists.json'],
  { import: 'default' },
)

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

type Namespaces = Record<string, Words>

const namespaceOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.json'.length)

const frenchWords: Namespaces = Object.fromEntries(
  Object.entries(eager).map(([path, words]) => [namespaceOf(path), withoutNotes(words)]),
)

const ready = new Map<string, i18n>([[french.code, makeInstance(french, {})]])

/** The words of a language whose words are loaded; French meanwhile. */
export function wordsIn(language: Language): i18n {
  return ready.get(language.code) ?? (ready.get(french.code) as i18n)
}

export function isLoaded(language: Language): boolean {
  return ready.has(language.code)
}

/** Rejects when the files cannot be had; everything is in the precache, so that is a first visit that lost its network. */
export async function loadWords(language: Language): Promise<void> {
  if (isLoaded(language)) return
  const files = Object.entries(lazy).filter(([path]) => path.includes(`/locales/${language.code}/`))
  const read = files.map(async ([path, load]) => [namespaceOf(path), withoutNotes(await load())] as const)
  ready.set(language.code, makeInstance(language, Object.fromEntries(await Promise.all(read))))
}

function makeInstance(language: Language, words: Namespaces): i18n {
  const instance = createInstance()
  if (language === french) instance.use(initReactI18next) // what a screen without a provider speaks
  void instance.init({
    lng: language.code,
    fallbackLng: french.code,
    defaultNS: 'common',
    ns: Object.keys(frenchWords),
    resources: { [french.code]: frenchWords, ...(language !== french && { [language.code]: words }) },
    initAsync: false,
    interpolation: { escapeValue: false }, // React escapes
    ...(import.meta.env.MODE === 'test' && loud),
  })
  return instance
}
