import type { Day } from '#domain/day.ts'
import { CodeSelect } from './CodeSelect.tsx'
import { controlId } from './problems.ts'
import { useProblemOf } from './useProblemOf.ts'
import type { VisitForm } from './useVisitForm.ts'
import { useVisitWords } from './useVisitWords.ts'

interface DestinationFieldProps {
  readonly form: VisitForm
  readonly formId: string
  readonly day: Day
}

/** Where a person was sent (VIS-4). */
export function DestinationField({ form, formId, day }: DestinationFieldProps) {
  const { t } = useVisitWords()
  const problemOf = useProblemOf(form)
  return (
    <CodeSelect
      id={controlId(formId, 'referredTo.structure')}
      form={form}
      day={day}
      field="referredTo.structure"
      list="structures"
      label={t('outcome.destination')}
      empty={t('outcome.destinationNone')}
      required={t('common:field.required')}
      error={problemOf('referredTo.structure')}
    />
  )
}
