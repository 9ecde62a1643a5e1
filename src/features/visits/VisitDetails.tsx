import { useTranslation } from 'react-i18next'
import { codesOn } from '#domain/lists.ts'
import { ChoiceOne } from '#ui/Choice.tsx'
import { ArrivalDetails } from './ArrivalDetails.tsx'
import { DurationFields } from './DurationFields.tsx'
import { FoldedSet } from './FoldedSet.tsx'
import { explains } from './OutcomeFields.tsx'
import { PersonDetails } from './PersonDetails.tsx'
import { ProcedureDetails } from './ProcedureDetails.tsx'
import { useChips } from './useChips.ts'
import type { VisitForm } from './useVisitForm.ts'
import styles from './visitForm.module.css'
import type { VisitQuestions } from './visitQuestions.ts'
import { WhyFields } from './WhyFields.tsx'

interface VisitDetailsProps {
  readonly form: VisitForm
  readonly formId: string
  readonly questions: VisitQuestions
}

/** Everything a visit may also say. Nothing here is needed to save it (VIS-1). */
export function VisitDetails({ form, formId, questions }: VisitDetailsProps) {
  const { t } = useTranslation(['visits', 'common'])
  const { chips } = useChips()
  const { day } = questions
  return (
    <>
      <DurationFields form={form} formId={formId} />
      <ChoiceOne
        label={t('details.seenBefore')}
        options={chips(
          'seenBefore',
          codesOn('seenBefore', day).map((item) => item.code),
        )}
        value={form.facts.seenBefore ?? null}
        onChange={(value) => form.choose({ type: 'set', field: 'seenBefore', value })}
      />
      <section className={styles.section}>
        <h3>{t('details.arrival')}</h3>
        <ArrivalDetails form={form} day={day} />
      </section>
      <section className={styles.section}>
        <h3>{t('details.person')}</h3>
        <PersonDetails form={form} formId={formId} questions={questions} />
      </section>
      <section className={styles.section}>
        <h3>{t('details.work')}</h3>
        <ProcedureDetails form={form} day={day} />
        <div className={styles.folded}>
          <FoldedSet form={form} day={day} field="devices" list="devicesUsed" label={t('details.devices')} />
        </div>
        {!explains(form.facts.outcome) && <WhyFields form={form} day={day} />}
      </section>
    </>
  )
}
