import { useState } from 'react'
import type { VisitForm } from './useVisitForm.ts'
import type { Protection } from './visitQuestions.ts'

/**
 * « Personne protégée ? »: asked each time somebody begins to act in a person's place, answered in memory only
 * (VIS-5). Leaving the posture, or the form, forgets the answer.
 */
export function useProtection(form: VisitForm): {
  readonly form: VisitForm
  readonly protection: Protection
} {
  const [given, setGiven] = useState<{ readonly record: string; readonly answer: 'yes' | 'no' } | null>(null)
  const { opened, facts } = form
  const isAsked = facts.posture === 'inTheirPlace' && opened.shown.posture !== 'inTheirPlace'
  const answer = isAsked && given?.record === opened.record ? given.answer : null
  return {
    form: {
      ...form,
      choose: (choice) => {
        if (choice.type === 'set' && choice.field === 'posture') setGiven(null)
        form.choose(choice)
      },
    },
    protection: { isAsked, answer, onAnswer: (next) => setGiven({ record: opened.record, answer: next }) },
  }
}
