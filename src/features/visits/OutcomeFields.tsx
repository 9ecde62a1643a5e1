import type { Day } from '#domain/day.ts'
import { later } from '#ui/later.tsx'
import type { VisitForm } from './useVisitForm.ts'
import styles from './visitForm.module.css'

const DestinationField = later(async () => (await import('./DestinationField.tsx')).DestinationField)
const WhyFields = later(async () => (await import('./WhyFields.tsx')).WhyFields)

interface OutcomeFieldsProps {
  readonly form: VisitForm
  readonly formId: string
  readonly day: Day
}

/** What an outcome asks at once: where to, when the person was sent elsewhere; why, when it was not finished (VIS-4). */
export function OutcomeFields({ form, formId, day }: OutcomeFieldsProps) {
  const { outcome } = form.facts
  if (outcome !== 'referred' && !explains(outcome)) return null
  return (
    <div className={styles.follow}>
      {outcome === 'referred' ? (
        <DestinationField form={form} formId={formId} day={day} />
      ) : (
        <WhyFields form={form} day={day} />
      )}
    </div>
  )
}

/** These outcomes show the obstacles and the missing papers at once; for the others they are in the details. */
export function explains(outcome: string | undefined): boolean {
  return outcome === 'toResume' || outcome === 'blocked'
}
