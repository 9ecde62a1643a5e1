import { useTranslation } from 'react-i18next'
import { useFormat } from '#i18n/format.ts'
import type { SyncFailureType } from '#storage/failures.ts'
import { useSync, useSyncStatus, useToday } from '#sync/react.tsx'
import { Card } from '#ui/Card.tsx'
import { fullWhen } from './whenWords.ts'

/** Why the last attempt failed, if it did, and when the next one comes (SYN-27). */
export function AttemptCard({ lastFailure }: { readonly lastFailure: SyncFailureType | null }) {
  const { t } = useTranslation('transfers')
  const format = useFormat()
  const status = useSyncStatus()
  const { clock } = useSync()
  const { day } = useToday()
  const failure = (status.state === 'waiting' ? status.failure : null) ?? lastFailure
  // The exchange of each minute is no attempt to speak of while nothing went wrong.
  const next = status.state === 'waiting' && failure !== null ? status.nextAttempt : null
  return (
    <Card heading={t('attempt.title')}>
      <p>{failure === null ? t('attempt.none') : t(`failure.${failure}`)}</p>
      {next !== null && (
        <p>
          {t('attempt.next', {
            when: next - clock.now() < soon ? t('attempt.soon') : fullWhen(next, day, format, t),
          })}
        </p>
      )}
    </Card>
  )
}

/** Under a minute a time of day says nothing. In milliseconds. */
const soon = 60_000
