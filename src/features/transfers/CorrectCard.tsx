import { useTranslation } from 'react-i18next'
import { useFormat } from '#i18n/format.ts'
import { useReasonWords } from '#i18n/reasonWords.ts'
import { useDb, useLive } from '#storage/react.tsx'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Download } from '#ui/icons.ts'
import { Stack } from '#ui/Layout.tsx'
import { useKindWords } from './kindWords.ts'
import { toCorrect, toCorrectFile } from './toCorrect.ts'
import { download } from './unsentFile.ts'

/** Held, set aside, unreadable: each with its reason in words, and an export that is always offered (SYN-29). */
export function CorrectCard() {
  const { t } = useTranslation('transfers')
  const db = useDb()
  const kindWord = useKindWords()
  const reasonWord = useReasonWords()
  const format = useFormat()
  const live = useLive(toCorrect, [])
  const rows = live.state === 'ready' ? live.value : []
  const save = async () => {
    download(await toCorrectFile(db), 'permanence-fiches-a-corriger.json')
    announce(t('correct.exported'))
  }
  return (
    <Card heading={t('correct.title', { total: rows.length })}>
      {rows.length === 0 ? (
        <p>{t('correct.none')}</p>
      ) : (
        <Stack>
          <DataTable
            caption={t('correct.caption')}
            captionHidden
            rows={rows}
            rowKey={({ where, id }) => `${where} ${id}`}
            columns={[
              { id: 'what', heading: t('correct.what'), cell: ({ kind }) => kindWord(kind) },
              {
                id: 'day',
                heading: t('correct.day'),
                cell: ({ day }) => (day === undefined ? '–' : format.shortDay(day)),
              },
              { id: 'where', heading: t('correct.where'), cell: ({ where }) => t(`correct.${where}`) },
              { id: 'why', heading: t('correct.why'), cell: ({ reason }) => reasonWord(reason) },
            ]}
          />
          <div>
            <Button icon={Download} onClick={() => void save()}>
              {t('correct.export')}
            </Button>
          </div>
          <p>{t('correct.hint')}</p>
        </Stack>
      )}
    </Card>
  )
}
