import { useDb } from '#storage/react.tsx'
import { announce, announceError } from '#ui/announce.ts'
import type { OpenedVisit } from './openedVisit.ts'
import { type SavedVisit, type Signing, setDeleted } from './saveVisit.ts'
import type { VisitForm } from './useVisitForm.ts'
import { useVisitWords } from './useVisitWords.ts'
import { useWhileThere } from './useWhileThere.ts'

/**
 * « Annuler » after a save: the visit is taken away, and its answers come back to the form, unless the next visit is
 * already being typed there.
 * @param again opens a form with the answers of this visit
 */
export function useUndoSave(
  form: VisitForm,
  signing: Signing,
  again: (facts: OpenedVisit['facts']) => void,
): (saved: SavedVisit) => Promise<void> {
  const db = useDb()
  const { t } = useVisitWords()
  const latest = useWhileThere({ isDirty: form.isDirty, again })
  return async ({ record, facts }) => {
    const undone = await setDeleted(db, record, 'delete', signing)
    if (!undone.ok) return announceError(t(`failure.${undone.error.type}`))
    const now = latest.current
    if (now === null || now.isDirty) return announce(t('form.undoneAlone'))
    now.again(facts)
    announce(t('form.undone'))
  }
}
