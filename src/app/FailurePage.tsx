import { useTranslation } from 'react-i18next'
import { LanguageArea } from '#i18n/LanguageArea.tsx'
import { Button } from '#ui/Button.tsx'
import { RotateCw } from '#ui/icons.ts'
import { Row } from '#ui/Layout.tsx'
import { Page } from '#ui/Page.tsx'
import { SaveUnsent } from './SaveUnsent.tsx'
import { Shell } from './Shell.tsx'

/** C-9, the last resort: a bug broke a screen, never what was saved. */
export function FailurePage() {
  return (
    <LanguageArea area="common">
      <Shell area="common" isTeam={false}>
        <Failure />
      </Shell>
    </LanguageArea>
  )
}

function Failure() {
  const { t } = useTranslation(['app', 'common'])
  const title = t('failure.title')
  return (
    <Page heading={title} documentTitle={t('common:title.page', { page: title })}>
      <p>{t('failure.text')}</p>
      <p>{t('failure.again')}</p>
      <Row>
        <Button look="primary" icon={RotateCw} onClick={() => location.reload()}>
          {t('failure.reload')}
        </Button>
        <SaveUnsent />
      </Row>
    </Page>
  )
}
