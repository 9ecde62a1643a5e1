import type { Id } from '#domain/ids.ts'
import { useDb } from '#storage/react.tsx'
import { usePresence } from '#sync/presence.tsx'
import { useToday } from '#sync/react.tsx'
import { announce, announceError } from '#ui/announce.ts'
import type { Closed } from './openedVisit.ts'
import { setDeleted } from './saveVisit.ts'
import { useVisitWords } from './useVisitWords.ts'

/** Takes a visit away with a way back (UX-13). @returns whether it went */
export function useDeleteVisit(): (record: Id, rank: number, closes?: readonly Closed[]) => Promise<boolean> {
  const db = useDb()
  const { t } = useVisitWords()
  const { memberId } = usePresence()
  const today = useToday()
  const signing = { by: memberId, today: today.day, verified: today.verified }
  return async (record, rank, closes) => {
    const bringBack = async () => {
      const restored = await setDeleted(db, record, 'restore', signing)
      if (restored.ok) announce(t('list.restored', { rank }))
      else announceError(t(`change.${restored.error.type}`))
    }
    const deleted = await setDeleted(db, record, 'delete', signing, closes)
    if (deleted.ok) {
      announce(t('list.deleted', { rank }), {
        label: t('common:action.cancel'),
        onPress: () => void bringBack(),
      })
    } else announceError(t(`change.${deleted.error.type}`))
    return deleted.ok
  }
}
