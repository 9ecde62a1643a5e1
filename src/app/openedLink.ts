import { type OpenedLink, readLink } from './readLink.ts'

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
