import { useLocation } from 'react-router'
import { draftsOfKind } from '#storage/drafts.ts'
import { useLive } from '#storage/react.tsx'
import { usePresence } from '#sync/presence.tsx'
import { paths } from './paths.ts'

/** True while a visit that this person has begun is on the screen: nothing may reload the page under it (STATE-7). */
export function useUnsaved(): boolean {
  const { memberId } = usePresence()
  const { pathname } = useLocation()
  const drafts = useLive((db) => draftsOfKind(db, 'visit'), [])
  const isJournal = pathname.startsWith(paths.journal)
  return isJournal && drafts.state === 'ready' && drafts.value.some(({ by }) => by === memberId)
}
