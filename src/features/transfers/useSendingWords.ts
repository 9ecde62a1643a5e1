import { useTranslation } from 'react-i18next'
import { useFormat } from '#i18n/format.ts'
import { useStorageState } from '#storage/react.tsx'
import { useSyncStatus, useToday } from '#sync/react.tsx'
import { type SendingWords, sendingWords } from './sendingWords.ts'
import { useSituation } from './useSituation.ts'

/** The words of the line, kept true; `null` while they are not known. */
export function useSendingWords(): SendingWords | null {
  const { t } = useTranslation(['app', 'common'])
  const format = useFormat()
  const situation = useSituation()
  const status = useSyncStatus()
  const { day } = useToday()
  const { state } = useStorageState()
  if (situation === null) return null
  if (state !== 'open')
    return { prefix: t('app:status.label'), title: t('app:status.closed'), detail: '', tone: 'stop' }
  return sendingWords(situation.facts, status, situation.risks, day, format, t)
}
