import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askPersistence, type Persistence } from '#storage/health.ts'
import { useLive } from '#storage/react.tsx'
import { transferFacts } from '#storage/transfers.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { HardDrive, NotebookPen, Smartphone, UsersRound } from '#ui/icons.ts'
import { Stack } from '#ui/Layout.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import styles from './setup.module.css'
import { useTop } from './useTop.ts'

/** « C'est prêt »: what to do next, in the order of need. */
export function ReadyPage({ onStart }: { readonly onStart: (to: string) => void }) {
  const { t } = useTranslation(['setup', 'common'])
  useTop()
  const live = useLive(transferFacts, [])
  const isSent = live.state === 'ready' && live.value.pending === 0
  const title = t('done.title')
  return (
    <Page heading={title} lead={t('done.lead')} documentTitle={t('common:title.page', { page: title })}>
      <Notice tone={isSent ? 'ok' : 'info'} title={t(isSent ? 'done.sent' : 'done.sending')} />
      <div className={styles.cards}>
        <Card heading={t('done.journalTitle')} icon={NotebookPen}>
          <Stack>
            <p>{t('done.journal')}</p>
            <Button look="primary" big onClick={() => onStart('/journal')}>
              {t('done.journalAction')}
            </Button>
          </Stack>
        </Card>
        <KeepCard />
        <Card heading={t('done.deviceTitle')} icon={Smartphone}>
          <Stack>
            <p>{t('done.device')}</p>
            <Button onClick={() => onStart('/reglages/appareils')}>{t('done.deviceAction')}</Button>
          </Stack>
        </Card>
        <Card heading={t('done.teamTitle')} icon={UsersRound}>
          <Stack>
            <p>{t('done.team')}</p>
            <Button onClick={() => onStart('/reglages/equipe')}>{t('done.teamAction')}</Button>
          </Stack>
        </Card>
      </div>
    </Page>
  )
}

/** The browser is asked on a gesture, and its refusal is shown in words (SEC-89). */
function KeepCard() {
  const { t } = useTranslation(['setup', 'common'])
  const [answer, setAnswer] = useState<Persistence | null>(null)
  const ask = async () => {
    const given = await askPersistence()
    setAnswer(given)
    announce(t(`done.${given}`))
  }
  return (
    <Card heading={t('done.keepTitle')} icon={HardDrive}>
      <Stack>
        <p>{answer === null ? t('done.keep') : t(`done.${answer}`)}</p>
        {answer !== 'granted' && <Button onClick={() => void ask()}>{t('done.keepAction')}</Button>}
      </Stack>
    </Card>
  )
}
