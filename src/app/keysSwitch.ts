/** Where the list of shortcuts keeps its switch: a preference of this browser about its own keyboard. */
const memory = 'permanence.oneKeyShortcuts'

/** One-key shortcuts can be switched off (KEY-2, WCAG 2.1.4). */
export function areKeysOn(): boolean {
  try {
    return localStorage.getItem(memory) !== 'off'
  } catch {
    return true // storage refused by the browser: the default
  }
}
