import { useTranslation } from 'react-i18next'
import { useLive } from '#storage/react.tsx'
import { members } from '#storage/settings.ts'
import { transferFacts } from '#storage/transfers.ts'
import { useSyncStatus } from '#sync/react.tsx'
import { Button } from '#ui/Button.tsx'
import { ArrowRight } from '#ui/icons.ts'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import styles from './setup.module.css'
import { useTop } from './useTop.ts'

/** The first download: how far it is, and a way on as soon as the list of the team is here. */
export function ReceivePage({ onContinue }: { readonly onContinue: () => void }) {
  const { t } = useTranslation(['setup', 'common'])
  useTop()
  const status = useSyncStatus()
  const facts = useLive(transferFacts, [])
  const team = useLive(members, [])
  const isComplete = facts.state === 'ready' && facts.value.lastExchange !== null
  const hasTeam = team.state === 'ready' && team.value.length > 0
  const isStuck = status.state === 'waiting' && status.failure !== null && !isComplete
  const rows = status.state === 'receiving' ? status.rows : 0
  const title = t('receive.title')
  return (
    <Page heading={title} lead={t('receive.lead')} documentTitle={t('common:title.page', { page: title })}>
      <div className={styles.form}>
        {isComplete && <Notice tone="ok" title={t('receive.complete')} />}
        {isStuck && <Notice tone="info" title={t('receive.waiting')} />}
        {!isComplete && !isStuck && (
          <p role="progressbar" aria-label={t('receive.progress')}>
            {t('receive.rows', { count: rows })}
          </p>
        )}
        {hasTeam ? (
          <div>
            <Button look="primary" big iconAfter={ArrowRight} onClick={onContinue}>
              {t('receive.action')}
            </Button>
          </div>
        ) : (
          <p>{t('receive.team')}</p>
        )}
      </div>
    </Page>
  )
}
