import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '#domain/day.ts'
import type { VisitFacts } from '#domain/kinds/visit.ts'
import type { Role } from '#domain/rights.ts'
import { useDb } from '#storage/react.tsx'
import { announceError } from '#ui/announce.ts'
import { exportVisit } from './exportVisit.ts'
import { formProblems } from './problems.ts'
import type { SavedVisit, Signing, VisitFailure, VisitSave } from './saveVisit.ts'
import type { VisitForm } from './useVisitForm.ts'
import type { Protection } from './visitQuestions.ts'

interface SavingOptions {
  readonly signing: Signing
  readonly into: VisitSave
  readonly role: Role
  readonly opensOn: Day | undefined
  readonly protection: Protection
  /** The visit as it is to be saved: the timer may still have something to add. */
  readonly finished: (facts: VisitFacts) => VisitFacts
  readonly onSaved: (saved: SavedVisit) => void
}

export interface Saving {
  readonly save: () => void
  /** The clock cannot be trusted: the day is asked at each save, for the next one may be on another (SYN-25). */
  readonly asksDay: boolean
  /** The day confirmed last, to be proposed again. */
  readonly confirmed: Day | null
  readonly confirmDay: (day: Day) => void
  readonly leaveDay: () => void
}

/**
 * « Enregistrer »: judged, then saved once however often it is pressed; what could not be kept stays in the form and
 * can be taken away as a file (STATE-6).
 */
export function useSaving(form: VisitForm, options: SavingOptions): Saving {
  const db = useDb()
  const tellFailure = useFailure()
  const [asksDay, setAsksDay] = useState(false)
  const [confirmed, setConfirmed] = useState<Day | null>(null)
  const isSaving = useRef(false)
  const { signing, role, opensOn, protection } = options

  const save = (day?: Day) => {
    if (isSaving.current) return
    const facts = { ...options.finished(form.facts), ...(day && { day }) }
    // Of two days nobody can trust, the later one is today: the confirmed day is no day to come.
    const today = day !== undefined && day > signing.today ? day : signing.today
    const problems = formProblems(facts, { today, opensOn, role }, protection, form.unread)
    if (problems.length > 0) form.refuse(problems)
    else if (!signing.verified && day === undefined) setAsksDay(true)
    else void write(facts, { ...signing, today })
  }

  const write = async (facts: VisitFacts, signed: Signing) => {
    isSaving.current = true
    form.setBusy(true)
    try {
      const saved = await options.into(db, form.opened, facts, signed)
      if (saved.ok) options.onSaved(saved.value)
      else tellFailure(saved.error, facts)
    } finally {
      form.setBusy(false)
      isSaving.current = false
    }
  }

  return {
    save: () => save(),
    asksDay,
    confirmed,
    leaveDay: () => setAsksDay(false),
    confirmDay: (day) => {
      setAsksDay(false)
      setConfirmed(day)
      save(day)
    },
  }
}

/** A save that did not happen never looks like one that did. */
export function useFailure(): (failure: VisitFailure, facts: VisitFacts) => void {
  const { t } = useTranslation(['visits', 'common'])
  return (failure, facts) => {
    announceError(t(`failure.${failure.type}`), {
      label: t('common:action.export'),
      onPress: () => exportVisit(facts),
    })
  }
}
