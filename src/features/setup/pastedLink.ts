import { type Door, readDoor } from '#sync/enrol.ts'

/** What somebody pasted: a door, or why it is none. */
export type Pasted =
  | { readonly type: 'door'; readonly door: Door }
  | { readonly type: 'otherAddress' }
  | { readonly type: 'cut' }

/**
 * The link in a pasted text; `undefined` when the text has none. A link of another address is not ours: what it opens
 * there does not exist here.
 * @param address of this page, as `location`
 */
export function readPasted(
  text: string,
  address: { readonly origin: string; readonly host: string },
): Pasted | undefined {
  const [, before = '', fragment = ''] = /(\S*?)(#\S*|$)/.exec(text.trim()) ?? []
  if (fragment === '' && !before.includes('/')) return undefined
  if (!isOurs(before, address)) return { type: 'otherAddress' }
  const door = readDoor(fragment)
  return door === undefined ? { type: 'cut' } : { type: 'door', door }
}

function isOurs(before: string, { origin, host }: { readonly origin: string; readonly host: string }) {
  if (before === '') return true
  if (before.includes('://')) return URL.canParse(before) && new URL(before).origin === origin
  return before.split('/')[0] === host
}
