import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { StorageState } from '#storage/db.ts'
import { useDb } from '#storage/react.tsx'
import { announceError, silence } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { RotateCw } from '#ui/icons.ts'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'

interface ClosedStorageProps {
  readonly state: StorageState
  /** Nothing else is on screen. */
  readonly isPage: boolean
}

/** What happened to the memory of this device, what is safe, and what to do (SEC-41). */
export function ClosedStorage({ state, isPage }: ClosedStorageProps) {
  const { t } = useTranslation(['app', 'common'])
  const db = useDb()
  const isLost = state.state === 'emptied'
  const isWaiting = state.state === 'waiting' || (state.state === 'closed' && state.reason === 'newerVersion')
  const title = t(isLost ? 'lost.title' : 'closed.title')
  const say = useEffectEvent(() => announceError(t('lost.said')))
  useEffect(() => {
    if (!isLost) return
    if (isPage) silence()
    else say()
  }, [isLost, isPage])
  const words = isLost ? (
    <>
      <p>{t('lost.what')}</p>
      <p>{t('lost.safe')}</p>
      {!isPage && <p>{t('lost.typed')}</p>}
      <p>{t('lost.next')}</p>
    </>
  ) : (
    <p>{isWaiting ? t('closed.blocked') : t('closed.text')}</p>
  )
  const button = (
    <Button
      look="primary"
      icon={RotateCw}
      onClick={() => (isLost || isWaiting ? location.reload() : void db.reopen())}
    >
      {t('failure.reload')}
    </Button>
  )
  if (!isPage)
    return (
      <Notice tone="stop" title={title} actions={button}>
        {words}
      </Notice>
    )
  return (
    <Page heading={title} documentTitle={t('common:title.page', { page: title })}>
      {words}
      <p>{button}</p>
    </Page>
  )
}
