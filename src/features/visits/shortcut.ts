/** What a key does on this screen (KEY-2). */
export type Shortcut =
  | { readonly does: 'new' | 'save' | 'search' | 'help' | 'cancel' }
  /** `at` is 0 for the key 1. */
  | { readonly does: 'procedure'; readonly at: number }
  /** `letter` as the words of the language give one to each outcome. */
  | { readonly does: 'letter'; readonly letter: string }

export interface Press {
  readonly key: string
  /** Physical key: on a French keyboard the digits of the top row are typed with Shift, and need not be. */
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly repeat: boolean
}

/**
 * The shortcut of a key press, or `undefined` when the key is for somebody else.
 * @param inText the focus is where letters and digits are typed or searched: one-key shortcuts do not exist there
 * @param oneKey the setting of the device that switches one-key shortcuts off (WCAG 2.1.4)
 */
export function shortcutOf(press: Press, inText: boolean, oneKey: boolean): Shortcut | undefined {
  if (press.repeat || press.altKey) return undefined
  const withControl = press.ctrlKey || press.metaKey
  if (press.key === 'Enter' && withControl) return { does: 'save' }
  if (withControl || inText) return undefined
  if (press.key === 'Escape') return { does: 'cancel' }
  if (!oneKey) return undefined
  if (press.key === '?') return { does: 'help' }
  if (press.key === '/') return { does: 'search' }
  if (press.key.toLowerCase() === 'n') return { does: 'new' }
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code)?.[1] ?? /^[1-9]$/.exec(press.key)?.[0]
  if (press.key.length > 1) return undefined // a number pad without its lock says « End », not « 1 »
  if (digit !== undefined) return { does: 'procedure', at: Number(digit) - 1 }
  return /^\p{L}$/u.test(press.key) ? { does: 'letter', letter: press.key.toLowerCase() } : undefined
}
