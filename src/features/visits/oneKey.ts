/** A preference of this browser about its keyboard, shared with the shell by its name; it says nothing of anybody. */
const memory = 'permanence.oneKeyShortcuts'

/** One-key shortcuts can be switched off (KEY-2, WCAG 2.1.4). */
export function isOneKeyOn(): boolean {
  try {
    return localStorage.getItem(memory) !== 'off'
  } catch {
    return true // storage refused by the browser: the default
  }
}

export function switchOneKey(on: boolean): void {
  try {
    if (on) localStorage.removeItem(memory)
    else localStorage.setItem(memory, 'off')
  } catch {
    // Storage refused: the keys go on as they were.
  }
}
