import { type Words, withoutNotes } from './notes.ts'

export type Namespaces = Readonly<Record<string, Words>>

type Load = () => Promise<Words>

// Patterns stay as plain as these: the development server understands `!(fr)`, the build silently finds nothing.

/** French is the fallback of everything: what the locked screen and the journal say is in the first load. */
const first = import.meta.glob<Words>('../../locales/fr/{common,app,access,visits,lists}.json', {
  eager: true,
  import: 'default',
})

const onDemand: Readonly<Record<string, Load>> = import.meta.glob<Words>(
  [
    '../../locales/*/*.json',
    '!../../locales/*/otherLists.json',
    '!../../locales/fr/{common,app,access,visits,lists}.json',
  ],
  { import: 'default' },
)

const namespaceOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.json'.length)

/** The French words that are there from the start. */
export const frenchAtHand: Namespaces = Object.fromEntries(
  Object.entries(first).map(([path, words]) => [namespaceOf(path), withoutNotes(words)]),
)

/** One file of words. Everything is in the precache: it cannot be had only on a first visit that lost its network. */
export async function readWords(language: string, namespace: string): Promise<Words> {
  const load = onDemand[`../../locales/${language}/${namespace}.json`]
  if (!load) throw new Error(`no file for ${language}/${namespace}`)
  return withoutNotes(await load())
}

/** Those of the namespaces that this language has to fetch: one that is not complete lacks those of whole areas. */
export function namesIn(language: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => `../../locales/${language}/${name}.json` in onDemand)
}

/** Several files of words of a language other than French. */
export async function readLanguage(language: string, names: readonly string[]): Promise<Namespaces> {
  const read = names.map(async (name) => [name, await readWords(language, name)] as const)
  return Object.fromEntries(await Promise.all(read))
}
