import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useDb } from '#storage/react.tsx'
import { Button } from '#ui/Button.tsx'
import { Download } from '#ui/icons.ts'
import { install } from './install.ts'
import styles from './UpdateNotice.module.css'

/**
 * Offered to the team once, after a first save: by then they know what it is for (UX-28). On an iPad before it: outside
 * the home screen the system may erase a site that nobody opened for a week (SEC-89, SC-7).
 */
export function InstallOffer() {
  const { t } = useTranslation('app')
  const db = useDb()
  const [hasSaved, setSaved] = useState(false)
  const way = useSyncExternalStore(install.subscribe, install.way)
  useEffect(() => db.onSave(() => setSaved(true)), [db])
  if (way === null || (way === 'browser' && !hasSaved)) return null
  return (
    <section className={styles.update} aria-label={t('install.title')}>
      <p>
        <strong>{t('install.title')}</strong> {t(way === 'hand' ? 'install.ios' : 'install.text')}
      </p>
      <div className={styles.actions}>
        {way === 'browser' && (
          <Button icon={Download} onClick={() => void install.accept()}>
            {t('install.action')}
          </Button>
        )}
        <Button look="quiet" onClick={install.dismiss}>
          {t('install.later')}
        </Button>
      </div>
    </section>
  )
}
