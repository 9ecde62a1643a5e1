import { useEffect, useState } from 'react'
import type { VisitFacts } from '#domain/kinds/visit.ts'
import type { VisitTimer } from './useStopwatch.ts'
import type { VisitForm } from './useVisitForm.ts'

/** Minutes lost at most when the device stops while the timer runs. */
const lookMilliseconds = 20_000

/** The form as it stands now, with what a running timer has to say: that is what a draft keeps. */
export function useTimed(form: VisitForm, timer: VisitTimer): VisitForm {
  const isRunning = timer.watch.since !== null
  const [, look] = useState(0)
  useEffect(() => {
    if (!isRunning) return
    const looking = setInterval(() => look((count) => count + 1), lookMilliseconds)
    return () => clearInterval(looking)
  }, [isRunning])
  const facts = withTimer(form.facts, timer)
  return { ...form, facts, isDirty: form.isDirty || facts !== form.facts }
}

/** A timer that is still running when the visit is saved says how long it took. */
export function withTimer(facts: VisitFacts, timer: VisitTimer): VisitFacts {
  const minutes = timer.running()
  return minutes === null || facts.outcome === 'turnedAway' ? facts : { ...facts, minutes }
}
