/** A preference of this browser about its own keyboard: it says nothing of anybody, like the language. */
const memory = 'permanence.oneKeyShortcuts'

/** One-key shortcuts can be switched off (KEY-2, WCAG 2.1.4). */
export function areKeysOn(): boolean {
  try {
    return localStorage.getItem(memory) !== 'off'
  } catch {
    return true // storage refused by the browser: the default
  }
}

export function switchKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(memory)
    else localStorage.setItem(memory, 'off')
  } catch {
    // Storage refused: the switch goes back by itself, and the keys go on.
  }
}
