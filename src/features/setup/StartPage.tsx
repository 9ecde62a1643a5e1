import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppDb } from '#storage/db.ts'
import { draftsOfKind } from '#storage/drafts.ts'
import { useLive, useStorageState } from '#storage/react.tsx'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { ErrorSummary } from '#ui/ErrorSummary.tsx'
import { Smartphone } from '#ui/icons.ts'
import { Stack } from '#ui/Layout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { TextField } from '#ui/TextField.tsx'
import { readPasted } from './pastedLink.ts'
import styles from './setup.module.css'

interface StartPageProps {
  /** A link opened this page, and a part of it is missing. */
  readonly isCut: boolean
  readonly onLink: (secret: string) => void
}

type LinkProblem = 'linkError' | 'otherAddress' | 'joinLink'

const hasAnswers = async (db: AppDb) => (await draftsOfKind(db, 'setup')).length > 0

/** A device that belongs to nobody yet: two ways in. */
export function StartPage({ isCut, onLink }: StartPageProps) {
  const { t } = useTranslation(['setup', 'common'])
  const { state } = useStorageState()
  const [link, setLink] = useState('')
  const [attempt, setAttempt] = useState(isCut ? 1 : 0)
  const [problem, setProblem] = useState<LinkProblem | null>(isCut ? 'linkError' : null)
  const begun = useLive(hasAnswers, [])
  const title = t('start.title')
  const tabTitle = t('common:title.page', { page: title })
  const error = problem === null ? undefined : t(`start.${problem}`, { example: `${location.origin}/#s=…` })
  return (
    <Page
      heading={title}
      lead={t('start.lead')}
      documentTitle={problem !== null ? t('common:title.error', { title: tabTitle }) : tabTitle}
    >
      {state === 'emptied' && (
        <Notice tone="stop" title={t('start.emptiedTitle')}>
          {t('start.emptied')}
        </Notice>
      )}
      {begun.state === 'ready' && begun.value && (
        <Notice tone="info" title={t('start.begunTitle')}>
          {t('start.begun')}
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
    const pasted = readPasted(link, location)
    if (pasted?.type === 'door' && pasted.door.door === 'setup') return onLink(pasted.door.secret)
    setProblem(
      pasted?.type === 'door' ? 'joinLink' : pasted?.type === 'otherAddress' ? 'otherAddress' : 'linkError',
    )
    setAttempt(attempt + 1)
  }
}
