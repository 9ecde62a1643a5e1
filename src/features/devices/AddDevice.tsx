import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as v from 'valibot'
import { OrgText, tidy } from '#domain/text.ts'
import { useDb } from '#storage/react.tsx'
import type { DeviceKey } from '#storage/vault/deviceKey.ts'
import { type DoorFailure, type OpenedDoor, openDoor } from '#sync/openDoor.ts'
import { usePresence } from '#sync/presence.tsx'
import { useSync } from '#sync/react.tsx'
import { announceError } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { ErrorSummary } from '#ui/ErrorSummary.tsx'
import { Smartphone } from '#ui/icons.ts'
import { Row } from '#ui/Layout.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Select, type SelectOption } from '#ui/Select.tsx'
import { TextField } from '#ui/TextField.tsx'
import { DoorCard } from './DoorCard.tsx'
import styles from './devices.module.css'

interface AddDeviceProps {
  readonly deviceKey: DeviceKey
  readonly places: readonly SelectOption[]
  readonly onClose: () => void
}

type TextProblem = 'required' | 'tooLong' | 'text' | 'forbidden'

/** One door for one device: its name and usual place, then the link and the code (SEC-62). */
export function AddDevice({ deviceKey, places, onClose }: AddDeviceProps) {
  const { t } = useTranslation(['devices', 'common', 'setup'])
  const db = useDb()
  const { clock } = useSync()
  const { memberId } = usePresence()
  const [label, setLabel] = useState('')
  const [place, setPlace] = useState(places.length === 1 ? (places[0]?.value ?? '') : '')
  const [attempt, setAttempt] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<DoorFailure | null>(null)
  const [door, setDoor] = useState<OpenedDoor | null>(null)
  if (door !== null) {
    return <DoorCard door={door} onAgain={() => setDoor(null)} onClose={onClose} />
  }
  const parsed = v.safeParse(OrgText, tidy(label))
  const error =
    attempt === 0 || parsed.success
      ? undefined
      : t(`setup:text.${parsed.issues[0].message as TextProblem}`, { example: t('add.example'), max: 120 })
  return (
    <Card heading={t('add.title')} icon={Smartphone}>
      <form className={styles.form} noValidate onSubmit={submit}>
        <p>{t('add.lead')}</p>
        <ErrorSummary
          heading={t('common:error.summary', { count: 1 })}
          problems={error ? [{ fieldId: 'appareil', message: error }] : []}
          attempt={attempt}
        />
        {failure && (
          <Notice tone="stop" title={t('error.title')}>
            {t(`error.${failure.type}`)}
          </Notice>
        )}
        <TextField
          id="appareil"
          label={t('add.label')}
          hint={t('add.labelHint')}
          error={error}
          value={label}
          onChange={setLabel}
        />
        <Select
          label={t('add.place')}
          value={place}
          onChange={setPlace}
          options={[{ value: '', label: t('list.anyPlace') }, ...places]}
        />
        <Row>
          <Button type="submit" look="primary" aria-disabled={isBusy || undefined}>
            {t('add.submit')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('add.cancel')}
          </Button>
        </Row>
        {isBusy && <p>{t('add.status')}</p>}
      </form>
    </Card>
  )

  function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    if (!parsed.success) return setAttempt(attempt + 1)
    setBusy(true)
    setFailure(null)
    const request = {
      label: parsed.output,
      use: 'staff',
      by: memberId,
      ...(place !== '' && { placeId: place }),
    } as const
    void openDoor(db, deviceKey, clock, request)
      .then((done) => {
        if (done.ok) return setDoor(done.value)
        setFailure(done.error)
        announceError(t(`error.${done.error.type}`))
      })
      .finally(() => setBusy(false))
  }
}
