import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { GateFailure } from '#storage/vault/gate.ts'
import { Smartphone } from '#ui/icons.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Notice } from '#ui/Notice.tsx'

interface GateNoticeProps {
  readonly failure: GateFailure | null
  /** A way to take the unsent records away: they are nowhere else. */
  readonly rescue: ReactNode
}

/** When the code cannot be looked at at all: what is safe, and what to do. */
export function GateNotice({ failure, rescue }: GateNoticeProps) {
  const { t } = useTranslation('access')
  switch (failure?.type) {
    case 'gateUnusable':
      return (
        <Notice
          tone="stop"
          title={t('gate.title')}
          actions={
            <>
              <LinkButton to="/inscription" icon={Smartphone}>
                {t('gate.action')}
              </LinkButton>
              {rescue}
            </>
          }
        >
          <p>{t(failure.reason === 'missing' ? 'gate.missing' : 'gate.damaged')}</p>
          <p>{t('gate.what')}</p>
        </Notice>
      )
    case 'storageFull':
    case 'storageClosed':
    case 'storageFailed':
      return (
        <Notice tone="stop" title={t('storage.title')}>
          {t(`storage.${failure.type}`)}
        </Notice>
      )
    default:
      return null
  }
}
