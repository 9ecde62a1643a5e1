import { useEffect, useEffectEvent } from 'react'
import { isOneKeyOn } from './oneKey.ts'
import { type Shortcut, shortcutOf } from './shortcut.ts'

/** Runs the shortcuts of the screen; a dialog that is open keeps its keys. */
export function useJournalKeys(run: (shortcut: Shortcut) => void): void {
  const onPress = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return
    const shortcut = shortcutOf(event, isTextTarget(event.target), isOneKeyOn())
    if (shortcut === undefined) return
    event.preventDefault()
    run(shortcut)
  })
  useEffect(() => {
    addEventListener('keydown', onPress)
    return () => removeEventListener('keydown', onPress)
  }, [])
}

/** Where letters and digits are typed, or look for an option. */
function isTextTarget(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) {
    return !['radio', 'checkbox', 'button', 'submit'].includes(target.type)
  }
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  )
}
