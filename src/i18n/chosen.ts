import { loadWords } from './init.ts'
import { french, type Language, languageOf } from './languages.ts'

/** The only thing kept outside the database: it must be known before anything is drawn, and says nothing of anybody. */
const memory = 'permanence.language'

let chosen: Language = french
const listeners = new Set<() => void>()

/** For `useSyncExternalStore`. */
export const chosenLanguage = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  current: (): Language => chosen,
}

/** Before the first draw: the language this device last spoke. Words that cannot be had leave French. */
export async function startWords(): Promise<void> {
  const remembered = languageOf(recall())
  await loadWords(remembered).then(
    () => speak(remembered),
    () => speak(french),
  )
}

/** Nothing changes on screen until the words are there; rejects, and keeps the language, when they cannot be had. */
export async function chooseLanguage(code: string): Promise<void> {
  const language = languageOf(code)
  await loadWords(language)
  remember(language.code)
  speak(language)
}

function speak(language: Language): void {
  chosen = language
  for (const listener of listeners) listener()
}

function recall(): string | null {
  try {
    return localStorage.getItem(memory)
  } catch {
    return null // storage refused by the browser: French, and nothing is lost
  }
}

function remember(code: string): void {
  try {
    localStorage.setItem(memory, code)
  } catch {
    // Storage refused: the language holds until the page is closed.
  }
}
