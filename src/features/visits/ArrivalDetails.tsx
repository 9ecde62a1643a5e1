import { useTranslation } from 'react-i18next'
import type { Day } from '#domain/day.ts'
import { CodeSelect } from './CodeSelect.tsx'
import { FoldedSet } from './FoldedSet.tsx'
import type { VisitForm } from './useVisitForm.ts'
import styles from './visitForm.module.css'

export function ArrivalDetails({ form, day }: { readonly form: VisitForm; readonly day: Day }) {
  const { t } = useTranslation(['visits', 'common'])
  const shared = { form, day }
  return (
    <>
      <div className={styles.selects}>
        <CodeSelect {...shared} field="travelMode" list="travelModes" label={t('details.travelMode')} />
        <CodeSelect {...shared} field="setting" list="settings" label={t('details.setting')} />
        <CodeSelect {...shared} field="knownFrom" list="knownFrom" label={t('details.knownFrom')} />
        <CodeSelect
          {...shared}
          field="referredBy.profession"
          list="professions"
          label={t('details.profession')}
        />
        <CodeSelect
          {...shared}
          field="referredBy.structure"
          list="structures"
          label={t('details.structure')}
        />
      </div>
      <div className={styles.folded}>
        <FoldedSet {...shared} field="motives" list="motives" label={t('details.motives')} />
        <FoldedSet {...shared} field="accessHabits" list="accessHabits" label={t('details.accessHabits')} />
      </div>
    </>
  )
}
