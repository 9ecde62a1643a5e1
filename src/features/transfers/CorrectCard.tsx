import { useTranslation } from 'react-i18next'
import { useFormat } from '#i18n/format.ts'
import { useReasonWords } from '#i18n/reasonWords.ts'
import { useDb, useLive } from '#storage/react.tsx'
import { usePresence } from '#sync/presence.tsx'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { download } from '#ui/download.ts'
import { Download, Pencil } from '#ui/icons.ts'
import { Stack } from '#ui/Layout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { correctName } from './correctName.ts'
import { useKindWords } from './kindWords.ts'
import { correctionAddress, isHeldVisit, type ToCorrect, toCorrect, toCorrectFile } from './toCorrect.ts'

/** Held, set aside, unreadable: each with its reason in words, and an export that is always offered (SYN-29). */
export function CorrectCard() {
  const { t } = useTranslation(['transfers', 'correction'])
  const { memberId } = usePresence()
  const db = useDb()
  const kindWord = useKindWords()
  const reasonWord = useReasonWords()
  const format = useFormat()
  const live = useLive(toCorrect, [])
  const rows = live.state === 'ready' ? live.value : []
  const visits = rows.filter(isHeldVisit)
  const isMine = (row: ToCorrect) => isHeldVisit(row) && row.by === memberId
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
              ...(visits.some(isMine)
                ? [
                    {
                      id: 'todo',
                      heading: t('correct.todo'),
                      cell: (row: ToCorrect) => (isMine(row) ? <CorrectLink row={row} /> : '–'),
                    },
                  ]
                : []),
            ]}
          />
          <div>
            <Button icon={Download} onClick={() => void save()}>
              {t('correct.export')}
            </Button>
          </div>
          <p>{t('correct.hint')}</p>
          {!visits.every(isMine) && <p>{t('correction:others')}</p>}
        </Stack>
      )}
    </Card>
  )
}

/** « Corriger », to the form of the visit. */
function CorrectLink({ row }: { readonly row: ToCorrect }) {
  const { t } = useTranslation('correction')
  const kindWord = useKindWords()
  const format = useFormat()
  return (
    <LinkButton to={correctionAddress(row)} icon={Pencil} name={correctName(row, kindWord, format, t)}>
      {t('action')}
    </LinkButton>
  )
}
