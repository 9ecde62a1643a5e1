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
