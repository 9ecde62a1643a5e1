import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Opened, openRecord } from '#storage/openRecord.ts'
import { useDb } from '#storage/react.tsx'
import { usePresence } from '#sync/presence.tsx'
import { Page } from '#ui/Page.tsx'
import { SettingsLinks } from './SettingsLinks.tsx'
import { SiteForm } from './SiteForm.tsx'

/** E-19 « Données »: who answers for the data, and when devices lock. */
export function DataPage() {
  const { t } = useTranslation(['devices', 'common'])
  const db = useDb()
  const { siteId } = usePresence()
  const [opened, setOpened] = useState<Opened | null>(null)
  useEffect(() => {
    void openRecord(db, siteId).then(setOpened)
  }, [db, siteId])
  const title = t('site.title')
  return (
    <Page heading={title} lead={t('site.lead')} documentTitle={t('common:title.page', { page: title })}>
      <SettingsLinks />
      {opened !== null && (
        <SiteForm
          key={opened.view.rev}
          opened={opened}
          onSaved={() => void openRecord(db, siteId).then(setOpened)}
        />
      )}
    </Page>
  )
}
