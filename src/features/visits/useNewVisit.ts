import { useState } from 'react'
import type { Day, HalfDay } from '#domain/day.ts'
import type { VisitFacts } from '#domain/kinds/visit.ts'
import { dropDraft } from '#storage/drafts.ts'
import { useDb } from '#storage/react.tsx'
import type { Draft } from '#storage/store.ts'
import { usePresence } from '#sync/presence.tsx'
import { useToday } from '#sync/react.tsx'
import { announce, announceError } from '#ui/announce.ts'
import { asked } from './asks.ts'
import { exportVisit } from './exportVisit.ts'
import type { JournalSettings } from './journalQueries.ts'
import { answersOf, newVisit, openedFromDraft } from './openedVisit.ts'
import { useFirstProcedures } from './useFirstProcedures.ts'
import { useHalfDay } from './useHalfDay.ts'
import { useProtection } from './useProtection.ts'
import { type Saving, useSaving } from './useSaving.ts'
import { useStopwatch, type VisitTimer } from './useStopwatch.ts'
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
  /** Another form takes the place of this one; what is typed in this one stays as a draft. */
  readonly begin: (facts?: VisitFacts) => void
  readonly resume: (draft: Draft) => void
  readonly clear: () => void
}

interface DayAndHalf {
  readonly day: Day
  readonly halfDay: HalfDay
}

/** The form « Nouvelle visite » with all that hangs on it: timer, draft, saving, and the one after. */
export function useNewVisit({ day, settings, onBlank }: NewVisitOptions): NewVisit {
  const db = useDb()
  const { t } = useVisitWords()
  const { placeId, memberId, role } = usePresence()
  const today = useToday()
  const signing = { by: memberId, today: today.day, verified: today.verified }
  const [elsewhere, setElsewhere] = useState<DayAndHalf | null>(null)
  const [isHeld, setHeld] = useState(false)
  const { halfDay, show } = useHalfDay(day, isHeld)
  const at = { placeId, day, halfDay }
  const { form, protection } = useProtection(
    useVisitForm(() => newVisit(at, today.day), elsewhere === null ? at : { placeId, ...elsewhere }),
  )
  if (form.isDirty !== isHeld) setHeld(form.isDirty)
  const procedures = useFirstProcedures(settings.usedProcedures, day)
  const timer = useStopwatch(form.facts.minutes, (value) =>
    form.choose({ type: 'set', field: 'minutes', value }),
  )
  const keep = useVisitDraft(form, { by: memberId, today: today.day }, () =>
    announceError(t('failure.draft'), {
      label: t('common:action.export'),
      onPress: () => exportVisit(form.facts),
    }),
  )
  const open = (opened = newVisit(at, today.day), where: DayAndHalf | null = null) => {
    setElsewhere(where)
    timer.clear()
    form.open(opened)
  }
  const begin = (facts?: VisitFacts) => void keep().then(() => open(newVisit(at, today.day, facts)))
  const undoSave = useUndoSave(form, signing, begin)
  const saving = useSaving(form, {
    signing,
    role,
    opensOn: settings.place.opensOn,
    protection,
    finished: (facts) => withTimer(facts, timer.running()),
    onSaved: (saved) => {
      announce(t('form.saved'), { label: t('common:action.cancel'), onPress: () => void undoSave(saved) })
      open()
      onBlank()
    },
  })
  const resume = (draft: Draft) => {
    const opened = openedFromDraft(draft, at, today.day)
    const begun = { day: opened.facts.day ?? day, halfDay: opened.facts.halfDay ?? halfDay }
    const isHere = begun.day === day && begun.halfDay === halfDay
    void keep().then(() => open(opened, isHere ? null : begun))
  }
  const clear = async () => {
    const before = answersOf(form.facts)
    await dropDraft(db, form.opened.record)
    open()
    onBlank()
    announce(t('form.cleared'), { label: t('common:action.cancel'), onPress: () => begin(before) })
  }
  const questions = { day, role, asks: asked(settings.network), procedures, protection }
  return {
    form,
    timer,
    saving,
    questions,
    halfDay,
    show,
    elsewhere,
    begin,
    resume,
    clear: () => void clear(),
  }
}

/** A timer that is still running when the visit is saved says how long it took. */
function withTimer(facts: VisitFacts, minutes: number | null): VisitFacts {
  return minutes === null || facts.outcome === 'turnedAway' ? facts : { ...facts, minutes }
}
