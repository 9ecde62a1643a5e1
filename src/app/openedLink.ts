/** The secret of a one-time link: `setup` from the console of the server, `join` from a coordinator's device. */
export interface OpenedLink {
  readonly door: 'setup' | 'join'
  /** As it came, before any check: a link may be cut by the program that carried it. */
  readonly code: string
}

/**
 * What the fragment of the address holds, if it opens a door: `#s=…`, or `#e=…` (SEC-50).
 * @param hash with its `#`, as `location.hash` gives it
 */
export function readLink(hash: string): OpenedLink | null {
  const [, mark, code] = /^#([se])=([A-Za-z0-9._~-]{1,200})$/.exec(hash) ?? []
  if (mark === undefined || code === undefined) return null
  return { door: mark === 's' ? 'setup' : 'join', code }
}

/**
 * Takes the secret out of the address before anything else runs: history, bookmarks, screenshots and the page that
 * a person copies must not keep it. From here on it lives in memory only; a reload asks for the link again.
 */
function takeLink(): OpenedLink | null {
  const link = readLink(location.hash)
  if (link === null) return null
  const screen = link.door === 'setup' ? '/installation' : '/inscription'
  history.replaceState(null, '', screen)
  return link
}

export const openedLink: OpenedLink | null = takeLink()

// A link pasted in a tab that is already open changes the fragment only: the page starts again with it.
addEventListener('hashchange', () => {
  if (readLink(location.hash) !== null) location.reload()
})
