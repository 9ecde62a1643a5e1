import { useTranslation } from 'react-i18next'
import { House, MapIcon } from '#ui/icons.ts'
import { Row } from '#ui/Layout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Page } from '#ui/Page.tsx'
import { paths } from './paths.ts'

/** C-8. */
export function NotFoundPage() {
  const { t } = useTranslation(['app', 'common'])
  const title = t('notFound.title')
  return (
    <Page heading={title} documentTitle={t('common:title.page', { page: title })}>
      <p>{t('notFound.text')}</p>
      <Row>
        <LinkButton to={paths.home} look="primary" icon={House}>
          {t('notFound.home')}
        </LinkButton>
        <LinkButton to={paths.siteMap} icon={MapIcon}>
          {t('notFound.map')}
        </LinkButton>
      </Row>
    </Page>
  )
}
