import type { Day } from '#domain/day.ts'
import { codesOn, type ListId } from '#domain/lists.ts'
import type { ListName } from '#i18n/listLabels.ts'
import { ChoiceOne } from '#ui/Choice.tsx'
import { controlId, type FormProblem } from './problems.ts'
import { type Marks, useChips } from './useChips.ts'
import { useProblemOf } from './useProblemOf.ts'
import type { VisitForm } from './useVisitForm.ts'
import { answerOf } from './visitFacts.ts'

interface CodeChipsProps extends Marks {
  readonly form: VisitForm
  readonly formId: string
  readonly day: Day
  readonly field: FormProblem['field'] & ('arrival' | 'outcome' | 'posture')
  readonly list: ListId & ListName
  readonly label: string
  /** A code that is not offered to this person. */
  readonly except?: string | undefined
}

/** One code of a list, as chips. */
export function CodeChips({ form, formId, day, field, list, label, except, ...marks }: CodeChipsProps) {
  const { chips } = useChips()
  const problemOf = useProblemOf(form)
  const codes = codesOn(list, day).flatMap(({ code }) => (code === except ? [] : [code]))
  const value = answerOf(form.facts, field)
  return (
    <ChoiceOne
      id={controlId(formId, field)}
      label={label}
      error={problemOf(field)}
      options={chips(list, codes, marks)}
      value={typeof value === 'string' ? value : null}
      onChange={(code) => form.choose({ type: 'set', field, value: code })}
    />
  )
}
