import { useTranslation } from 'react-i18next'
import { Button } from '#ui/Button.tsx'
import { UsersRound } from '#ui/icons.ts'
import { Row } from '#ui/Layout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Page } from '#ui/Page.tsx'

/** The device has joined already: its door, and the way to join again after a forgotten code. */
export function LinkedPage({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation(['setup', 'common'])
  const title = t('linked.title')
  return (
    <Page heading={title} lead={t('linked.lead')} documentTitle={t('common:title.page', { page: title })}>
      <p>{t('linked.again')}</p>
      <Row>
        <LinkButton to="/equipe" look="primary" icon={UsersRound}>
          {t('linked.action')}
        </LinkButton>
        <Button onClick={onAgain}>{t('linked.againAction')}</Button>
      </Row>
    </Page>
  )
}
