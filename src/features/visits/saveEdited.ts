import { err } from '#domain/result.ts'
import { asResult } from '#storage/failures.ts'
import { openRecord } from '#storage/openRecord.ts'
import { saveVisit, type VisitSave } from './saveVisit.ts'

/** Saves an edited visit; one that was deleted meanwhile is brought back only when the person was asked (SYN-86). */
export const saveEdited: VisitSave = async (db, opened, facts, signing) => {
  const now = await asResult(() => openRecord(db, opened.record))
  if (!now.ok) return now
  if (now.value?.view.deleted === true && opened.restores !== true) return err({ type: 'visitDeleted' })
  return saveVisit(db, opened, facts, signing)
}
