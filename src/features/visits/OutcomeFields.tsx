import { useTranslation } from 'react-i18next'
import type { Day } from '#domain/day.ts'
import { later } from '#ui/later.tsx'
import { CodeSelect } from './CodeSelect.tsx'
import { controlId } from './problems.ts'
import { useProblemOf } from './useProblemOf.ts'
import type { VisitForm } from './useVisitForm.ts'
import styles from './visitForm.module.css'

const WhyFields = later(async () => (await import('./WhyFields.tsx')).WhyFields)

interface OutcomeFieldsProps {
  readonly form: VisitForm
  readonly formId: string
  readonly day: Day
}

/** What an outcome asks at once: where to, when the person was sent elsewhere; why, when it was not finished (VIS-4). */
export function OutcomeFields({ form, formId, day }: OutcomeFieldsProps) {
  const problemOf = useProblemOf(form)
  const { t } = useTranslation(['visits', 'common'])
  if (form.facts.outcome === 'referred') {
    return (
      <div className={styles.follow}>
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
      </div>
    )
  }
  if (!explains(form.facts.outcome)) return null
  return (
    <div className={styles.follow}>
      <WhyFields form={form} day={day} />
    </div>
  )
}

/** These outcomes show the obstacles and the missing papers at once; for the others they are in the details. */
export function explains(outcome: string | undefined): boolean {
  return outcome === 'toResume' || outcome === 'blocked'
}
