import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDb, useLive } from '#storage/react.tsx'
import { thisDevice } from '#storage/settings.ts'
import { type DeviceKey, type NewDeviceKey, newDeviceKey } from '#storage/vault/deviceKey.ts'
import { type Door, type EnrolFailure, enrol, readCode, readDoor } from '#sync/enrol.ts'
import { useSync } from '#sync/react.tsx'
import { silence } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { Smartphone } from '#ui/icons.ts'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { TextField } from '#ui/TextField.tsx'
import { FailureNotice } from './FailureNotice.tsx'
import { LinkedPage } from './LinkedPage.tsx'
import { PinFields, usePinProblems } from './PinFields.tsx'
import { readPasted } from './pastedLink.ts'
import { ReceivePage } from './ReceivePage.tsx'
import styles from './setup.module.css'
import { codeProblem } from './typedCode.ts'

interface JoinPageProps {
  /** `<id>.<secret>` of a link, when the page was opened by it. */
  readonly secret: string | null
  /** The device has just been added: its first records are coming. */
  readonly isOpen: boolean
  readonly onUnlock: (key: DeviceKey) => void
  readonly onContinue: () => void
}

/** A door is kept by the server only when it refuses what was shown: these need another link or code. */
const spent = new Set(['code_unknown', 'code_expired', 'code_used', 'code_blocked'])

/** E-20 on another device: a link or sixteen characters, the code of the team twice, then the first records. */
export function JoinPage({ secret, isOpen, onUnlock, onContinue }: JoinPageProps) {
  const { t } = useTranslation(['setup', 'common'])
  const db = useDb()
  const { clock } = useSync()
  const pinProblems = usePinProblems()
  const [link, setLink] = useState(() => (secret === null ? undefined : readDoor(`#e=${secret}`)))
  const [code, setCode] = useState('')
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [attempt, setAttempt] = useState(0)
  const [failure, setFailure] = useState<EnrolFailure | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const newKey = useRef<Promise<NewDeviceKey> | null>(null)
  const device = useLive(thisDevice, [])
  if (isOpen) return <ReceivePage onContinue={onContinue} />
  if (device.state === 'loading') return null
  // In the middle of joining, the device is known before its key is given.
  if (device.value !== null && !isAsked && attempt === 0 && !isBusy && failure === null)
    return <LinkedPage onAgain={() => setAsked(true)} />

  const found = [...codeProblems(), ...pinProblems(pin, again)]
  const shown = attempt === 0 ? [] : found
  const title = t('join.title')
  const tabTitle = t('common:title.page', { page: title })
  return (
    <Page
      heading={title}
      lead={t('join.lead')}
      documentTitle={shown.length > 0 ? t('common:title.error', { title: tabTitle }) : tabTitle}
    >
      <ErrorSummary
        heading={t('common:error.summary', { count: shown.length })}
        problems={shown}
        attempt={attempt}
      />
      {failure && <FailureNotice failure={failure} />}
      {secret !== null && link === undefined && failure === null && (
        <Notice tone="warn" title={t('join.cutTitle')}>
          {t('join.cut')}
        </Notice>
      )}
      <form className={styles.form} noValidate onSubmit={submit}>
        {link === undefined ? (
          <TextField
            id="code16"
            label={t('join.codeLabel')}
            hint={t('join.codeHint')}
            error={shown.find(({ fieldId }) => fieldId === 'code16')?.message}
            value={code}
            onChange={setCode}
          />
        ) : (
          <Notice
            tone="ok"
            title={t('join.linked')}
            actions={
              failure && spent.has(failure.type) ? (
                <Button onClick={() => setLink(undefined)}>{t('join.other')}</Button>
              ) : undefined
            }
          />
        )}
        <p>{t('join.pinLead')}</p>
        <PinFields pin={pin} again={again} problems={shown} onPin={setPin} onAgain={setAgain} />
        <div>
          <Button type="submit" look="primary" big icon={Smartphone} aria-disabled={isBusy || undefined}>
            {t('join.action')}
          </Button>
        </div>
        {isBusy && <p>{t('join.status')}</p>}
      </form>
    </Page>
  )

  function codeProblems(): readonly FieldProblem[] {
    const message = link === undefined ? codeMessage() : undefined
    return message === undefined ? [] : [{ fieldId: 'code16', message }]
  }

  function codeMessage(): string | undefined {
    const pasted = readPasted(code, location)
    if (pasted?.type === 'door') return pasted.door.door === 'setup' ? t('join.setupLink') : undefined
    if (pasted !== undefined) return t(pasted.type === 'cut' ? 'join.cut' : 'join.otherAddress')
    const problem = codeProblem(code)
    if (problem === undefined) return undefined
    return problem.type === 'codeSign' ? t('join.codeSign') : t('join.codeError', { count: problem.count })
  }

  function typedDoor(): Door | undefined {
    const pasted = readPasted(code, location)
    return pasted?.type === 'door' ? pasted.door : readCode(code)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    if (failure !== null) silence()
    setFailure(null)
    const door = link ?? typedDoor()
    if (found.length > 0 || door === undefined) return setAttempt(attempt + 1)
    setBusy(true)
    newKey.current ??= newDeviceKey()
    void newKey.current
      .then((key) => enrol(db, clock, { door, pin, key }))
      .then((done) => (done.ok ? onUnlock(done.value.key) : setFailure(done.error)))
      .finally(() => setBusy(false))
  }
}
