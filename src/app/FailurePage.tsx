import { useTranslation } from 'react-i18next'
import { saveUnsentFile } from '#features/transfers/unsentFile.ts'
import { LanguageArea } from '#i18n/LanguageArea.tsx'
import { useDb } from '#storage/react.tsx'
import { announce, announceError } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { Download, RotateCw } from '#ui/icons.ts'
import { Row } from '#ui/Layout.tsx'
import { Page } from '#ui/Page.tsx'
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

function SaveUnsent() {
  const { t } = useTranslation('app')
  const db = useDb()
  const save = () =>
    saveUnsentFile(db).then(
      () => announce(t('failure.saved')),
      () => announceError(t('failure.notSaved')),
    )
  return (
    <Button icon={Download} onClick={() => void save()}>
      {t('failure.save')}
    </Button>
  )
}
