import { useTranslation } from 'react-i18next'
import { useLive } from '#storage/react.tsx'
import { transferFacts } from '#storage/transfers.ts'
import { Icon } from '#ui/Icon.tsx'
import { CircleCheck, CloudUpload } from '#ui/icons.ts'
import styles from './access.module.css'

/** How many records wait here, never what they hold: the next person at this device reads it too (SEC-37). */
export function WaitingRecords() {
  const { t } = useTranslation('access')
  const live = useLive(transferFacts, [])
  if (live.state === 'loading') return null
  const { pending, drafts } = live.value
  return (
    <p className={styles.waiting}>
      <Icon of={pending > 0 ? CloudUpload : CircleCheck} />
      <span>
        {pending > 0 ? t('waiting.records', { count: pending }) : t('waiting.none')}
        {drafts > 0 && ` ${t('waiting.drafts', { count: drafts })}`}
      </span>
    </p>
  )
}
