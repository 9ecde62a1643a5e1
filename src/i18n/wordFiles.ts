import { type Words, withoutNotes } from './notes.ts'

export type Namespaces = Readonly<Record<string, Words>>

// Patterns stay as plain as these: the development server understands `!(fr)`, the build silently finds nothing.

/** French is the fallback of everything: what the locked screen and the journal say is in the first load. */
const first = import.meta.glob<Words>('../../locales/fr/{common,app,access,visits,lists}.json', {
  eager: true,
  import: 'default',
})

/** The French words that are there from the start. */
export const frenchAtHand: Namespaces = Object.fromEntries(
  Object.entries(first).map(([path, words]) => [
    path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
    withoutNotes(words),
  ]),
)
