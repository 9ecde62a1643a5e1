import { useTranslation } from 'react-i18next'
import { referenceList } from '#domain/lists.ts'
import { useListLabels } from '#i18n/listLabels.ts'
import { ChoiceOne } from '#ui/Choice.tsx'
import { NumberField } from '#ui/NumberField.tsx'
import { readMinutes } from '#ui/readNumber.ts'
import { controlId } from './problems.ts'
import { useProblemOf } from './useProblemOf.ts'
import type { VisitForm } from './useVisitForm.ts'
import styles from './visitForm.module.css'

/** Minutes by a tap or typed; the timer of the header writes them too. */
export function DurationFields({ form, formId }: { readonly form: VisitForm; readonly formId: string }) {
  const { t } = useTranslation(['visits', 'common'])
  const { label } = useListLabels()
  const { facts, unread, choose, setUnread } = form
  const problemOf = useProblemOf(form)
  const proposed = referenceList('durations').items
  return (
    <div className={styles.sideBySide}>
      <ChoiceOne
        label={t('details.minutes')}
        options={proposed.map(({ code }) => ({ value: code, label: label('durations', code) }))}
        value={proposed.find(({ minutes }) => minutes === facts.minutes)?.code ?? null}
        onChange={(code) => {
          const minutes = proposed.find((item) => item.code === code)?.minutes ?? null
          choose({ type: 'set', field: 'minutes', value: minutes })
        }}
      />
      <NumberField
        id={controlId(formId, 'minutes')}
        label={t('details.minutesTyped')}
        hint={t('details.minutesHint')}
        error={problemOf('minutes')}
        value={unread.minutes ?? facts.minutes ?? null}
        read={readMinutes}
        onChange={(typed) => {
          const isRead = typeof typed !== 'string'
          choose({ type: 'set', field: 'minutes', value: isRead ? typed : null })
          if (!isRead) setUnread({ minutes: typed })
        }}
      />
    </div>
  )
}
