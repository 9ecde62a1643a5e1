import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '#domain/rights.ts'
import { usePresence } from '#sync/presence.tsx'
import { NotebookPen } from '#ui/icons.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Page } from '#ui/Page.tsx'
import { paths } from './paths.ts'

/** A screen of other roles says whom to ask, instead of being absent without a word (SEC-71 mirrored). */
export function RoleGate({
  roles,
  children,
}: {
  readonly roles: readonly Role[]
  readonly children: ReactNode
}) {
  const { t } = useTranslation(['app', 'common'])
  const { role } = usePresence()
  if (roles.includes(role)) return children
  const title = t('role.title')
  return (
    <Page heading={title} documentTitle={t('common:title.page', { page: title })}>
      <p>{t('role.text')}</p>
      <p>
        <LinkButton to={paths.journal} icon={NotebookPen}>
          {t('role.back')}
        </LinkButton>
      </p>
    </Page>
  )
}
