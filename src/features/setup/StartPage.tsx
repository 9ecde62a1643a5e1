import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStorageState } from '#storage/react.tsx'
import { readDoor } from '#sync/enrol.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { ErrorSummary } from '#ui/ErrorSummary.tsx'
import { Smartphone } from '#ui/icons.ts'
import { Stack } from '#ui/Layout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { TextField } from '#ui/TextField.tsx'
import styles from './setup.module.css'

/** A device that belongs to nobody yet: two ways in. */
export function StartPage({ onLink }: { readonly onLink: (secret: string) => void }) {
  const { t } = useTranslation(['setup', 'common'])
  const { state } = useStorageState()
  const [link, setLink] = useState('')
  const [attempt, setAttempt] = useState(0)
  const [isWrong, setWrong] = useState(false)
  const title = t('start.title')
  const tabTitle = t('common:title.page', { page: title })
  const error = isWrong ? t('start.linkError', { example: `${location.origin}/#s=…` }) : undefined
  return (
    <Page
      heading={title}
      lead={t('start.lead')}
      documentTitle={isWrong ? t('common:title.error', { title: tabTitle }) : tabTitle}
    >
      {state === 'emptied' && (
        <Notice tone="stop" title={t('start.emptiedTitle')}>
          {t('start.emptied')}
        </Notice>
      )}
      <ErrorSummary
        heading={t('common:error.summary', { count: 1 })}
        problems={error ? [{ fieldId: 'lien', message: error }] : []}
        attempt={attempt}
      />
      <div className={styles.cards}>
        <Card heading={t('start.joinTitle')}>
          <Stack>
            <p>{t('start.join')}</p>
            <LinkButton to="/inscription" look="primary" icon={Smartphone}>
              {t('start.joinAction')}
            </LinkButton>
          </Stack>
        </Card>
        <Card heading={t('start.firstTitle')}>
          <form noValidate onSubmit={submit}>
            <Stack>
              <p>{t('start.first')}</p>
              <TextField
                id="lien"
                label={t('start.linkLabel')}
                hint={t('start.linkHint')}
                error={error}
                value={link}
                onChange={setLink}
              />
              <Button type="submit">{t('action.use')}</Button>
            </Stack>
          </form>
        </Card>
      </div>
    </Page>
  )

  function submit(event: FormEvent) {
    event.preventDefault()
    const door = readDoor(`#${link.trim().split('#')[1] ?? ''}`)
    const isSetup = door?.door === 'setup'
    setWrong(!isSetup)
    if (isSetup) onLink(door.secret)
    else setAttempt(attempt + 1)
  }
}
