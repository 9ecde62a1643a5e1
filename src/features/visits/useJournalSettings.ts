import { useMemo } from 'react'
import { useLive, useOnce } from '#storage/react.tsx'
import { proceduresByUse } from '#storage/visits.ts'
import { usePresence } from '#sync/presence.tsx'
import { type JournalSettings, journalSettings } from './journalQueries.ts'
import { useLast } from './useLast.ts'

/** What the screens of a visit are filled from; `undefined` while it is read. */
export function useJournalSettings(): JournalSettings | undefined {
  const { placeId, memberId } = usePresence()
  const settings = useLast(useLive((db) => journalSettings(db, placeId, memberId), [placeId, memberId]))
  const usedProcedures = useOnce((db) => proceduresByUse(db, placeId), [placeId])
  return useMemo(
    () => (settings && usedProcedures ? { ...settings, usedProcedures } : undefined),
    [settings, usedProcedures],
  )
}
