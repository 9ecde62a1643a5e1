import { type Day, halfDays } from '#domain/day.ts'
import { ChoiceOne } from '#ui/Choice.tsx'
import { DayField } from './DayField.tsx'
import { controlId } from './problems.ts'
import { useProblemOf } from './useProblemOf.ts'
import type { VisitForm } from './useVisitForm.ts'
import { useVisitWords } from './useVisitWords.ts'
import styles from './visitForm.module.css'

interface MoveFieldsProps {
  readonly form: VisitForm
  readonly formId: string
  readonly latest: Day
}

/** Where the visit belongs: another day, another half-day. */
export function MoveFields({ form, formId, latest }: MoveFieldsProps) {
  const { t, label } = useVisitWords()
  const { facts, choose } = form
  const problemOf = useProblemOf(form)
  return (
    <div className={styles.sideBySide}>
      <DayField
        id={controlId(formId, 'day')}
        label={t('edit.day')}
        error={problemOf('day')}
        max={latest}
        value={facts.day ?? ''}
        onChange={(value) => choose({ type: 'set', field: 'day', value })}
      />
      <ChoiceOne
        label={t('edit.halfDay')}
        options={halfDays.map((value) => ({ value, label: label('halfDays', value) }))}
        value={facts.halfDay ?? null}
        onChange={(value) => choose({ type: 'set', field: 'halfDay', value })}
      />
    </div>
  )
}
