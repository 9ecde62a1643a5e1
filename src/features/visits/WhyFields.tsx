import { useTranslation } from 'react-i18next'
import type { Day } from '#domain/day.ts'
import { FoldedSet } from './FoldedSet.tsx'
import type { VisitForm } from './useVisitForm.ts'
import styles from './visitForm.module.css'

/** Why it was not finished: what stood in the way, and which papers were missing. */
export function WhyFields({ form, day }: { readonly form: VisitForm; readonly day: Day }) {
  const { t } = useTranslation(['visits', 'common'])
  return (
    <div className={styles.folded}>
      <FoldedSet
        form={form}
        day={day}
        field="obstacles"
        list="obstacles"
        groups="obstaclesGroups"
        context="visit"
        label={t('details.obstacles')}
      />
      <FoldedSet form={form} day={day} field="missing" list="documents" label={t('details.missing')} />
    </div>
  )
}
