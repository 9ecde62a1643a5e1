import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useDb, useStorageState } from '#storage/react.tsx'
import { Button } from '#ui/Button.tsx'
import { RotateCw } from '#ui/icons.ts'
import { Page } from '#ui/Page.tsx'

/** Says in words why the records of this device cannot be opened, instead of showing screens without them (SEC-41). */
export function StorageGate({ children }: { readonly children: ReactNode }) {
  const state = useStorageState()
  if (state.state === 'open' || state.state === 'emptied') return children
  return <ClosedPage isWaiting={state.state === 'waiting' || state.reason === 'newerVersion'} />
}

function ClosedPage({ isWaiting }: { readonly isWaiting: boolean }) {
  const { t } = useTranslation(['app', 'common'])
  const db = useDb()
  const title = t('closed.title')
  return (
    <Page heading={title} documentTitle={t('common:title.page', { page: title })}>
      <p>{isWaiting ? t('closed.blocked') : t('closed.text')}</p>
      <p>
        <Button
          look="primary"
          icon={RotateCw}
          onClick={() => (isWaiting ? location.reload() : void db.reopen())}
        >
          {t('failure.reload')}
        </Button>
      </p>
    </Page>
  )
}
