import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDb } from '#storage/react.tsx'
import { transferFacts } from '#storage/transfers.ts'
import { useSync, useSyncStatus } from '#sync/react.tsx'
import { announce, announceError } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { CloudUpload } from '#ui/icons.ts'
import styles from './transfers.module.css'

/** « Envoyer maintenant »: at once, with what went and came meanwhile, and how it ended (SYN-20). */
export function SendNow() {
  const { t } = useTranslation('transfers')
  const sync = useSync()
  const status = useSyncStatus()
  const isAwaited = useEnding(status.state === 'waiting')
  const isMoving = status.state === 'sending' || status.state === 'receiving'
  return (
    <div className={styles.now}>
      <Button
        look="primary"
        icon={CloudUpload}
        aria-disabled={isMoving || undefined}
        onClick={() => {
          isAwaited.current = true
          sync.sendNow()
        }}
      >
        {t('now.action')}
      </Button>
      {isMoving && (
        <p className={styles.progress} role="progressbar" aria-label={t('now.progress')}>
          {t(status.state === 'sending' ? 'now.sending' : 'now.receiving', { count: status.rows })}
        </p>
      )}
    </div>
  )
}

/** Tells how a round that a person asked for has ended; the others end in silence. */
function useEnding(isOver: boolean) {
  const { t } = useTranslation('transfers')
  const db = useDb()
  const { status } = useSync()
  const isAwaited = useRef(false)
  const wasMoving = useRef(false)
  useEffect(() => {
    if (!isOver) {
      wasMoving.current = true
      return
    }
    if (!isAwaited.current || !wasMoving.current) return
    isAwaited.current = false
    wasMoving.current = false
    const ended = status.current()
    const failure = ended.state === 'waiting' ? ended.failure : null
    if (failure !== null) return announceError(t(`failure.${failure}`))
    void transferFacts(db).then(({ pending }) =>
      announce(pending === 0 ? t('now.done') : t('now.left', { count: pending })),
    )
  }, [isOver, db, status, t])
  return isAwaited
}
