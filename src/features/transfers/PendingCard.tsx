import { useTranslation } from 'react-i18next'
import { useFormat } from '#i18n/format.ts'
import { useDb, useLive } from '#storage/react.tsx'
import { useToday } from '#sync/react.tsx'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Download } from '#ui/icons.ts'
import { Stack } from '#ui/Layout.tsx'
import { useKindWords } from './kindWords.ts'
import { pendingByDay } from './pendingByDay.ts'
import { saveUnsentFile } from './unsentFile.ts'

/** What this device alone holds, by kind and day, and a file of it for the time that it cannot leave (SYN-27). */
export function PendingCard() {
  const { t } = useTranslation(['transfers', 'common'])
  const kindWord = useKindWords()
  const format = useFormat()
  const { day: today } = useToday()
  const db = useDb()
  const live = useLive(pendingByDay, [])
  const lines = live.state === 'ready' ? live.value : []
  const save = async () => {
    await saveUnsentFile(db)
    announce(t('correct.exported'))
  }
  return (
    <Card heading={t('table.title')}>
      {lines.length === 0 ? (
        <p>{t('table.empty')}</p>
      ) : (
        <Stack>
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
          <div>
            <Button look="quiet" icon={Download} onClick={() => void save()}>
              {t('table.export')}
            </Button>
          </div>
        </Stack>
      )}
    </Card>
  )
}
