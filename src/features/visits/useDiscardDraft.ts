import { draftOf, dropDraft, saveDraft } from '#storage/drafts.ts'
import { useDb } from '#storage/react.tsx'
import type { Draft } from '#storage/store.ts'
import { announce, announceError } from '#ui/announce.ts'
import { useVisitWords } from './useVisitWords.ts'

/** Throws a draft away with a way back (UX-13). @param onBack it is there again */
export function useDiscardDraft(): (draft: Draft, onBack?: () => void) => Promise<boolean> {
  const db = useDb()
  const { t } = useVisitWords()
  return async (draft, onBack) => {
    const bringBack = async () => {
      // What was typed since under the same id is the work of somebody, too.
      if ((await draftOf(db, draft.record)) !== null) return announceError(t('draft.typedSince'))
      const saved = await saveDraft(db, draft)
      if (!saved.ok) return announceError(t(`change.${saved.error.type}`))
      onBack?.()
      announce(t('draft.back'))
    }
    const dropped = await dropDraft(db, draft.record)
    if (dropped.ok) {
      announce(t('draft.discarded'), {
        label: t('common:action.cancel'),
        onPress: () => void bringBack(),
      })
    } else announceError(t(`change.${dropped.error.type}`))
    return dropped.ok
  }
}
