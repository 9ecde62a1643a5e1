import * as v from 'valibot'
import { isDay } from '#domain/day.ts'
import {
  MandateRef,
  type VisitContext,
  type VisitFacts,
  type VisitProblem,
  visitProblems,
} from '#domain/kinds/visit.ts'
import type { Protection } from './visitQuestions.ts'

/** What stops the form: the reasons of the domain, and those that only a form can have. */
export interface FormProblem {
  readonly type:
    | VisitProblem['type']
    | 'protectedMissing'
    | 'protectedRefused'
    | 'mandateShape'
    | 'mandateForbidden'
    | 'dayMissing'
    | 'minutesUnread'
    | 'ageUnread'
  readonly field: VisitProblem['field'] | 'mandate.protected' | 'age'
}

/** The text that stands in the field of an answer and says none. */
export interface Unread {
  readonly minutes?: string | undefined
  readonly ageBand?: string | undefined
}

/** Every reason why the form cannot be saved yet, in the order of the form. */
export function formProblems(
  facts: VisitFacts,
  context: VisitContext,
  { isAsked, answer }: Pick<Protection, 'isAsked' | 'answer'>,
  unread: Unread = {},
): readonly FormProblem[] {
  const ref = facts['mandate.ref']
  const isBlocked = isAsked && answer !== 'no'
  const own: readonly (FormProblem | false)[] = [
    isBlocked && {
      type: answer === 'yes' ? 'protectedRefused' : 'protectedMissing',
      field: 'mandate.protected',
    },
    ref !== undefined && refProblem(ref),
    (facts.day === undefined || !isDay(facts.day)) && { type: 'dayMissing', field: 'day' },
    unread.minutes !== undefined && { type: 'minutesUnread', field: 'minutes' },
    unread.ageBand !== undefined && { type: 'ageUnread', field: 'age' },
  ]
  const ofDomain = visitProblems(facts, context).filter(
    (problem) => !(isBlocked && problem.type === 'mandateMissing'),
  )
  return [...ofDomain, ...own.filter((problem) => problem !== false)]
}

function refProblem(ref: string): FormProblem | false {
  const read = v.safeParse(MandateRef, ref)
  return !read.success && { type: read.issues[0].message as 'mandateShape', field: 'mandate.ref' }
}

/** The `id` of the control of a field, for the summary of errors. */
export function controlId(formId: string, field: FormProblem['field']): string {
  return `${formId}-${field.replaceAll('.', '-')}`
}
