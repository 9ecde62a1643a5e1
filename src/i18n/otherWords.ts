import { type Words, withoutNotes } from './notes.ts'
import type { Namespaces } from './wordFiles.ts'

/*
 * Where all the words are but those of the first screens. The list grows with each language and each screen, so it is
 * itself fetched on demand: a language more costs the first load nothing.
 */

const files: Readonly<Record<string, () => Promise<Words>>> = import.meta.glob<Words>(
  [
    '../../locales/*/*.json',
    '!../../locales/*/otherLists.json',
    '!../../locales/fr/{common,app,access,visits,lists}.json',
  ],
  { import: 'default' },
)

/** One file of words. Everything is in the precache: it cannot be had only on a first visit that lost its network. */
export async function readWords(language: string, namespace: string): Promise<Words> {
  const load = files[`../../locales/${language}/${namespace}.json`]
  if (!load) throw new Error(`no file for ${language}/${namespace}`)
  return withoutNotes(await load())
}

/** Those of the namespaces that this language has to fetch: one that is not complete lacks those of whole areas. */
export function namesIn(language: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => `../../locales/${language}/${name}.json` in files)
}

/** Several files of words of a language other than French. */
export async function readLanguage(language: string, names: readonly string[]): Promise<Namespaces> {
  const read = names.map(async (name) => [name, await readWords(language, name)] as const)
  return Object.fromEntries(await Promise.all(read))
}
