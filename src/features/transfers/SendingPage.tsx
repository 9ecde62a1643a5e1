import { useTranslation } from 'react-i18next'
import { useFormat } from '#i18n/format.ts'
import { useLive } from '#storage/react.tsx'
import { useToday } from '#sync/react.tsx'
import { Card } from '#ui/Card.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { AttemptCard } from './AttemptCard.tsx'
import { CorrectCard } from './CorrectCard.tsx'
import { DeviceCard } from './DeviceCard.tsx'
import { DraftsCard } from './DraftsCard.tsx'
import { useKindWords } from './kindWords.ts'
import { pendingByDay } from './pendingByDay.ts'
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
          <DraftsCard />
          <CorrectCard />
        </>
      )}
    </Page>
  )
}

function PendingCard() {
  const { t } = useTranslation(['transfers', 'common'])
  const kindWord = useKindWords()
  const format = useFormat()
  const { day: today } = useToday()
  const live = useLive(pendingByDay, [])
  const lines = live.state === 'ready' ? live.value : []
  return (
    <Card heading={t('table.title')}>
      {lines.length === 0 ? (
        <p>{t('table.empty')}</p>
      ) : (
        <DataTable
          caption={t('table.caption')}
          captionHidden
          rows={lines}
          rowKey={({ kind, day }) => `${kind} ${day}`}
          columns={[
            { id: 'kind', heading: t('table.kind'), cell: ({ kind }) => kindWord(kind) },
            {
              id: 'day',
              heading: t('table.day'),
              cell: ({ day }) => (day === today ? t('table.today') : format.shortDay(day)),
            },
            {
              id: 'count',
              heading: t('table.count'),
              cell: ({ count }) => format.number(count),
              numeric: true,
            },
          ]}
        />
      )}
    </Card>
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
