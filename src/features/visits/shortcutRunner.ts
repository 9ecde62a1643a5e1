import { outcomeKeys } from './outcomeKeys.ts'
import type { Shortcut } from './shortcut.ts'
import type { NewVisit } from './useNewVisit.ts'
import type { VisitWords } from './useVisitWords.ts'

interface ScreenGestures {
  readonly toStart: () => void
  /** To the field that looks for a procedure. */
  readonly search: () => void
  readonly showKeys: () => void
  readonly closeDetails: () => void
}

/** What each shortcut of the journal does to the visit being typed. */
export function shortcutRunner(
  { form, saving, questions }: Pick<NewVisit, 'form' | 'saving' | 'questions'>,
  words: VisitWords,
  { toStart, search, showKeys, closeDetails }: ScreenGestures,
): (shortcut: Shortcut) => void {
  const toggleProcedure = (at: number) => {
    const code = questions.procedures[at]
    if (code !== undefined) form.choose({ type: 'toggleProcedure', code })
  }
  const chooseOutcome = (letter: string) => {
    const [code] = [...outcomeKeys(words)].find(([, key]) => key === letter) ?? []
    if (code !== undefined) form.choose({ type: 'set', field: 'outcome', value: code })
  }
  return (shortcut) => {
    switch (shortcut.does) {
      case 'new':
        toStart()
        break
      case 'save':
        saving.save()
        break
      case 'search':
        search()
        break
      case 'help':
        showKeys()
        break
      case 'cancel':
        closeDetails()
        break
      case 'procedure':
        toggleProcedure(shortcut.at)
        break
      case 'letter':
        chooseOutcome(shortcut.letter)
        break
      default:
        shortcut satisfies never
    }
  }
}
