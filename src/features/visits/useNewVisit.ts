import { useState } from 'react'
import type { Day, HalfDay } from '#domain/day.ts'
import { usePresence } from '#sync/presence.tsx'
import { useToday } from '#sync/react.tsx'
import { announce, announceError } from '#ui/announce.ts'
import { asked } from './asks.ts'
import { exportVisit } from './exportVisit.ts'
import type { JournalSettings } from './journalQueries.ts'
import { newVisit } from './openedVisit.ts'
import { saveVisit } from './saveVisit.ts'
import { useFirstProcedures } from './useFirstProcedures.ts'
import { useHalfDay } from './useHalfDay.ts'
import { useProtection } from './useProtection.ts'
import { type DayAndHalf, type Replacing, useReplacing } from './useReplacing.ts'
import { type Saving, useSaving } from './useSaving.ts'
import { useStopwatch, type VisitTimer } from './useStopwatch.ts'
import { useTimed, withTimer } from './useTimed.ts'
import { useUndoSave } from './useUndoSave.ts'
import { useVisitDraft } from './useVisitDraft.ts'
import { useVisitForm, type VisitForm } from './useVisitForm.ts'
import { useVisitWords } from './useVisitWords.ts'
import type { VisitQuestions } from './visitQuestions.ts'

interface NewVisitOptions {
  readonly day: Day
  readonly settings: JournalSettings
  /** The form is blank again: focus goes to its start. */
  readonly onBlank: () => void
}

export interface NewVisit {
  readonly form: VisitForm
  readonly timer: VisitTimer
  readonly saving: Saving
  readonly questions: VisitQuestions
  readonly halfDay: HalfDay
  readonly show: (halfDay: HalfDay) => void
  /** A draft of another half-day goes on where it was begun. */
  readonly elsewhere: DayAndHalf | null
  readonly replacing: Replacing
}

/** The form « Nouvelle visite » with all that hangs on it: timer, draft, saving, and the one after. */
export function useNewVisit({ day, settings, onBlank }: NewVisitOptions): NewVisit {
  const { t } = useVisitWords()
  const { placeId, memberId, role } = usePresence()
  const today = useToday()
  const author = { by: memberId, today: today.day, verified: today.verified }
  const [elsewhere, setElsewhere] = useState<DayAndHalf | null>(null)
  const [isHeld, setHeld] = useState(false)
  const { halfDay, show } = useHalfDay(day, isHeld)
  const at = { placeId, day, halfDay }
  const { form, protection } = useProtection(
    useVisitForm(() => newVisit(at, today.day), elsewhere === null ? at : { placeId, ...elsewhere }),
  )
  if (form.isDirty !== isHeld) setHeld(form.isDirty)
  const timer = useStopwatch(form.facts.minutes, (value) =>
    form.choose({ type: 'set', field: 'minutes', value }),
  )
  const typed = useVisitDraft(useTimed(form, timer), author, () =>
    announceError(t('failure.draft'), {
      label: t('common:action.export'),
      onPress: () => exportVisit(form.facts),
    }),
  )
  const replacing = useReplacing(form, { at, today: today.day, timer, typed, onOpen: setElsewhere })
  const undoSave = useUndoSave(form, author, replacing.again)
  const saving = useSaving(form, {
    signing: author,
    into: saveVisit,
    role,
    opensOn: settings.place.opensOn,
    protection,
    finished: (facts) => withTimer(facts, timer),
    onSaved: (saved) => {
      // Of visits saved one after the other the last is offered back: the others are in the list, with their numbers.
      announce(t('form.saved'), {
        label: t('common:action.cancel'),
        onPress: () => void undoSave(saved),
        repeats: true,
      })
      replacing.next()
      onBlank()
    },
  })
  const procedures = useFirstProcedures(settings.usedProcedures, day)
  const questions = { day, role, asks: asked(settings.network), procedures, protection }
  return { form, timer, saving, questions, halfDay, show, elsewhere, replacing }
}
