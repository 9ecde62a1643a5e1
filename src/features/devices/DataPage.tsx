import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Opened, openRecord } from '#storage/openRecord.ts'
import { useDb } from '#storage/react.tsx'
import type { Draft } from '#storage/store.ts'
import { usePresence } from '#sync/presence.tsx'
import { Page } from '#ui/Page.tsx'
import { SettingsLinks } from './SettingsLinks.tsx'
import { SiteForm } from './SiteForm.tsx'
import { begunForms, openedIn } from './useFormDraft.ts'

interface Shown {
  readonly opened: Opened
  /** Begun before and not saved. */
  readonly draft?: Draft | undefined
}

/** E-19 « Données »: who answers for the data, and when devices lock. */
export function DataPage() {
  const { t } = useTranslation(['devices', 'common'])
  const db = useDb()
  const { siteId, memberId } = usePresence()
  const [shown, setShown] = useState<Shown | null>(null)
  const open = useEffectEvent(async () => {
    const [opened, [draft]] = await Promise.all([
      openRecord(db, siteId),
      begunForms(db, 'siteForm', memberId),
    ])
    if (opened === null) return
    setShown({ opened: (draft && openedIn(draft, opened)) ?? opened, draft })
  })
  useEffect(() => void open(), [])
  const title = t('site.title')
  return (
    <Page heading={title} lead={t('site.lead')} documentTitle={t('common:title.page', { page: title })}>
      <SettingsLinks />
      {shown !== null && (
        <SiteForm
          key={shown.opened.view.rev}
          {...shown}
          onSaved={() => void openRecord(db, siteId).then((opened) => opened && setShown({ opened }))}
        />
      )}
    </Page>
  )
}
