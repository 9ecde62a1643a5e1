import { useTranslation } from 'react-i18next'
import { useFormat } from '#i18n/format.ts'
import type { TransferFacts } from '#storage/transfers.ts'
import { useToday } from '#sync/react.tsx'
import { Card } from '#ui/Card.tsx'
import { CircleCheck, CloudUpload } from '#ui/icons.ts'
import { Tag } from '#ui/Tag.tsx'
import { FactList } from './FactList.tsx'
import { fullWhen } from './whenWords.ts'

/** How many records are where. */
export function StateCard({ facts }: { readonly facts: TransferFacts }) {
  const { t } = useTranslation('transfers')
  const format = useFormat()
  const { day } = useToday()
  const { pending, oldestDay, acked, kept, drafts, allSent, lastExchange } = facts
  return (
    <Card
      heading={t('state.title')}
      aside={
        <Tag tone={allSent ? 'ok' : 'plain'} icon={allSent ? CircleCheck : CloudUpload}>
          {allSent
            ? t('state.allSent')
            : pending > 0
              ? t('state.waiting', { count: pending })
              : t('state.receiving')}
        </Tag>
      }
    >
      <FactList
        facts={[
          { label: t('state.pending'), value: format.number(pending) },
          ...(oldestDay === null ? [] : [{ label: t('state.oldest'), value: format.dayAndYear(oldestDay) }]),
          { label: t('state.acked'), value: format.number(acked) },
          { label: t('state.kept'), value: format.number(kept) },
          ...(drafts === 0 ? [] : [{ label: t('state.drafts'), value: format.number(drafts) }]),
          {
            label: t('state.last'),
            value: lastExchange === null ? t('state.never') : fullWhen(lastExchange, day, format, t),
          },
        ]}
      />
    </Card>
  )
}
