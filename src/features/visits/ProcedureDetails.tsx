import { useTranslation } from 'react-i18next'
import type { Day } from '#domain/day.ts'
import { codesOn } from '#domain/lists.ts'
import { useListLabels } from '#i18n/listLabels.ts'
import { Details } from '#ui/Details.tsx'
import { Select } from '#ui/Select.tsx'
import type { VisitForm } from './useVisitForm.ts'
import { answerOf, detailField } from './visitFacts.ts'
import styles from './visitForm.module.css'

/** With several procedures, the one that ended differently says so (VIS-2). */
export function ProcedureDetails({ form, day }: { readonly form: VisitForm; readonly day: Day }) {
  const { t } = useTranslation(['visits', 'common'])
  const { label } = useListLabels()
  const procedures = form.facts.procedures ?? []
  if (procedures.length < 2) return null
  const outcomes = codesOn('outcomes', day).filter(({ code }) => code !== 'turnedAway')
  return (
    <div className={styles.folded}>
      <Details summary={t('details.byProcedure')}>
        <div className={styles.selects}>
          {procedures.map((procedure) => (
            <Select
              key={procedure}
              label={label('procedures', procedure)}
              value={String(answerOf(form.facts, detailField(procedure)) ?? '')}
              onChange={(code) =>
                form.choose({ type: 'detail', procedure, outcome: code === '' ? null : code })
              }
              options={[
                { value: '', label: t('details.sameAsVisit') },
                ...outcomes.map(({ code }) => ({ value: code, label: label('outcomes', code) })),
              ]}
            />
          ))}
        </div>
      </Details>
    </div>
  )
}
