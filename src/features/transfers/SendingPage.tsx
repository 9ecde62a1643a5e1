import { useTranslation } from 'react-i18next'
import { Card } from '#ui/Card.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { AttemptCard } from './AttemptCard.tsx'
import { CorrectCard } from './CorrectCard.tsx'
import { DeviceCard } from './DeviceCard.tsx'
import { DraftsCard } from './DraftsCard.tsx'
import { PendingCard } from './PendingCard.tsx'
import { SendNow } from './SendNow.tsx'
import { StateCard } from './StateCard.tsx'
import styles from './transfers.module.css'
import { useSituation } from './useSituation.ts'

/** E-16: what is where, as facts counted from the tables (SYN-27, SYN-28). The same page with or without a network. */
export function SendingPage() {
  const { t } = useTranslation(['transfers', 'common'])
  const situation = useSituation()
  const title = t('page.title')
  return (
    <Page
      heading={title}
      lead={t('page.lead')}
      documentTitle={t('common:title.page', { page: title })}
      actions={<SendNow />}
    >
      {situation !== null && (
        <>
          {situation.risks.map((risk) => (
            <Notice key={risk} tone="stop" title={t('risk.title')}>
              {t(`risk.${risk}`)}
            </Notice>
          ))}
          {situation.facts.outboxWarning && (
            <Notice tone="warn" title={t('state.warningTitle')}>
              {t('state.warning')}
            </Notice>
          )}
          <div className={styles.cards}>
            <StateCard facts={situation.facts} />
            <PendingCard />
            <AttemptCard lastFailure={situation.facts.lastFailure} />
            <Differences total={situation.facts.conflicts} />
            <DeviceCard situation={situation} />
          </div>
          <CorrectCard />
          <DraftsCard />
        </>
      )}
    </Page>
  )
}

/** Counted now; the screen where they are settled comes with it (E-17). */
function Differences({ total }: { readonly total: number }) {
  const { t } = useTranslation(['transfers', 'common'])
  return (
    <Card heading={t('differences.title', { total })}>
      {total === 0 ? (
        <p>{t('differences.none')}</p>
      ) : (
        <>
          <p>{t('differences.text')}</p>
          <p>{t('differences.later')}</p>
        </>
      )}
    </Card>
  )
}
