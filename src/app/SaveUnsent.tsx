import { useTranslation } from 'react-i18next'
import { saveUnsentFile } from '#features/transfers/unsentFile.ts'
import { useDb } from '#storage/react.tsx'
import { announce, announceError } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { Download } from '#ui/icons.ts'

/** The records that exist nowhere else, as a file of this device; nothing here changes (SYN-35). */
export function SaveUnsent() {
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
