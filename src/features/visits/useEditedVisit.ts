import { useNavigate } from 'react-router'
import type { Day } from '#domain/day.ts'
import { useDb } from '#storage/react.tsx'
import type { Draft } from '#storage/store.ts'
import { usePresence } from '#sync/presence.tsx'
import { useToday } from '#sync/react.tsx'
import { announce, announceError } from '#ui/announce.ts'
import { asked } from './asks.ts'
import { exportVisit } from './exportVisit.ts'
import { journalAddress } from './journalDay.ts'
import type { JournalSettings } from './journalQueries.ts'
import type { OpenedVisit } from './openedVisit.ts'
import { putBack } from './putBack.ts'
import { resumed } from './resumed.ts'
import { saveEdited } from './saveEdited.ts'
import type { SavedVisit, Signing } from './saveVisit.ts'
import { useFirstProcedures } from './useFirstProcedures.ts'
import { useProtection } from './useProtection.ts'
import { type Saving, useSaving } from './useSaving.ts'
import { useStopwatch, type VisitTimer } from './useStopwatch.ts'
import { useTimed, withTimer } from './useTimed.ts'
import { useVisitDraft } from './useVisitDraft.ts'
import { useVisitForm, type VisitForm } from './useVisitForm.ts'
import { useVisitWords } from './useVisitWords.ts'
import type { VisitQuestions } from './visitQuestions.ts'

interface EditedVisit {
  readonly form: VisitForm
  readonly timer: VisitTimer
  readonly saving: Saving
  readonly questions: VisitQuestions
  readonly today: Day
  readonly resume: (draft: Draft) => void
}

/**
 * The form of a visit that was saved once: saved as the difference with what it showed (SYN-4), then back to its half-day.
 * @param restores it was deleted since, and saving brings it back
 */
export function useEditedVisit(
  open: (today: Day) => OpenedVisit,
  settings: JournalSettings,
  restores: boolean,
): EditedVisit {
  const { t } = useVisitWords()
  const { placeId, memberId, role } = usePresence()
  const today = useToday()
  const signing = { by: memberId, today: today.day, verified: today.verified }
  const { form, protection } = useProtection(useVisitForm(() => open(today.day)))
  const procedures = useFirstProcedures(settings.usedProcedures, today.day)
  const timer = useStopwatch(form.facts.minutes, (value) =>
    form.choose({ type: 'set', field: 'minutes', value }),
  )
  useVisitDraft(useTimed(form, timer), { by: memberId, today: today.day }, () =>
    announceError(t('failure.draft'), {
      label: t('common:action.export'),
      onPress: () => exportVisit(form.facts),
    }),
  )
  const leave = useLeaving(form, signing, restores)
  const saved = restores ? { ...form, opened: { ...form.opened, restores } } : form
  const saving = useSaving(saved, {
    signing,
    into: saveEdited,
    role,
    opensOn: settings.place.opensOn,
    protection,
    finished: (facts) => withTimer(facts, timer),
    onSaved: (visit) => void leave(visit),
  })
  const day = form.facts.day ?? today.day
  return {
    form,
    timer,
    saving,
    questions: { day, role, asks: asked(settings.network), procedures, protection },
    today: today.day,
    resume: (draft) => form.open(resumed(form.opened, draft, { placeId, day, halfDay: 'am' }, today.day)),
  }
}

/** Back to the half-day where the visit now is, with a way to undo what was changed. */
function useLeaving(form: VisitForm, signing: Signing, restores: boolean) {
  const db = useDb()
  const { t } = useVisitWords()
  const navigate = useNavigate()
  return async ({ record, facts, changed }: SavedVisit) => {
    const { day = signing.today, halfDay = 'am', rank = 0 } = facts
    const before = form.opened.shown
    const undo = async () => {
      const undone = await putBack(db, record, { before, after: facts }, signing)
      if (!undone.ok) announceError(t(`change.${undone.error.type}`))
      else if (undone.value) announce(t('edit.undone', { rank }))
      else announceError(t('edit.changedSince'))
    }
    // What was discarded cannot come back, so undoing would lose it: a correction is corrected instead.
    if (form.opened.corrects !== undefined) announce(t('edit.corrected', { rank }))
    else if (changed) {
      announce(t(restores ? 'edit.restored' : 'edit.saved', { rank }), {
        label: t('common:action.cancel'),
        onPress: () => void undo(),
      })
    } else announce(t('edit.unchanged'))
    await navigate(journalAddress(day, halfDay))
  }
}
