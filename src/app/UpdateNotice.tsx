import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#ui/Button.tsx'
import { RefreshCw } from '#ui/icons.ts'
import { newVersion } from './serviceWorker.ts'
import styles from './UpdateNotice.module.css'
import { useUnsaved } from './useUnsaved.ts'

/** A calm bar in the navigation, never over a form; while something typed is not saved, it only says so (STATE-7). */
export function UpdateNotice() {
  const { t } = useTranslation(['app', 'common'])
  const isReady = useSyncExternalStore(newVersion.subscribe, newVersion.isReady)
  const [later, setLater] = useState(false)
  const unsaved = useUnsaved()
  if (!isReady || later) return null
  return (
    <section className={styles.update} aria-label={t('common:update.title')}>
      <p>
        <strong>{t('common:update.title')}</strong> {unsaved ? t('update.dirty') : t('common:update.hint')}
      </p>
      <div className={styles.actions}>
        {!unsaved && (
          <Button icon={RefreshCw} onClick={newVersion.accept}>
            {t('common:update.action')}
          </Button>
        )}
        <Button look="quiet" onClick={() => setLater(true)}>
          {t('common:update.later')}
        </Button>
      </div>
    </section>
  )
}
