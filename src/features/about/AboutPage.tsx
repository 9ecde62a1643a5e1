import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '#ui/Page.tsx'
import styles from './about.module.css'

/** One of the pages that everybody may read, code or no code. */
export function AboutPage({
  title,
  lead,
  children,
}: {
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <Page heading={title} lead={lead} documentTitle={t('title.page', { page: title })}>
      <div className={styles.text}>{children}</div>
    </Page>
  )
}
