import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id } from '#domain/ids.ts'
import { limits } from '#protocol/limits.ts'
import { useLive } from '#storage/react.tsx'
import { devices } from '#storage/settings.ts'
import type { OpenedDoor } from '#sync/openDoor.ts'
import { useSync } from '#sync/react.tsx'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Clock, Smartphone } from '#ui/icons.ts'
import { Row, Stack } from '#ui/Layout.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Qr } from '#ui/Qr.tsx'
import { Tag } from '#ui/Tag.tsx'
import styles from './devices.module.css'

interface DoorCardProps {
  readonly door: OpenedDoor
  readonly onAgain: () => void
  readonly onClose: () => void
}

/** What the other device needs, as long as it is good: shown once, kept nowhere (SEC-62). */
export function DoorCard({ door, onAgain, onClose }: DoorCardProps) {
  const { t } = useTranslation('devices')
  const left = useSecondsLeft()
  const joined = useJoined(door.device)
  const groups = door.code.match(/.{1,4}/g)?.join(' ') ?? ''
  return (
    <Card heading={t('code.title')} icon={Smartphone} aside={<TimeLeft seconds={joined ? null : left} />}>
      <Stack>
        {joined !== undefined && <Notice tone="ok" title={t('code.joined', { label: joined })} />}
        {joined === undefined && left === 0 && <Notice tone="warn" title={t('code.over')} />}
        {joined === undefined && left > 0 && (
          <div className={styles.ways}>
            <div className={styles.way}>
              <p>{t('code.one')}</p>
              <Qr text={door.link} label={t('code.qr')} />
              <p className={styles.address} dir="ltr">
                {door.link}
              </p>
            </div>
            <div className={styles.way}>
              <p>{t('code.two')}</p>
              <p>{t('code.open', { address: `${location.host}/inscription` })}</p>
              <p className={styles.code} dir="ltr">
                <bdi>{groups}</bdi>
              </p>
              <p>{t('code.once')}</p>
            </div>
          </div>
        )}
        <Row>
          {(joined !== undefined || left === 0) && <Button onClick={onAgain}>{t('code.again')}</Button>}
          <Button look="quiet" onClick={onClose}>
            {t('add.cancel')}
          </Button>
        </Row>
      </Stack>
    </Card>
  )
}

/** Moves in silence: the page says how long it lasts before it starts. */
function TimeLeft({ seconds }: { readonly seconds: number | null }) {
  const { t } = useTranslation('devices')
  if (seconds === null || seconds === 0) return null
  const rest = String(seconds % 60)
  const minutes = Math.floor(seconds / 60)
  const time =
    minutes === 0
      ? t('code.seconds', { seconds: rest })
      : t('code.minutes', { minutes: String(minutes), seconds: rest.padStart(2, '0') })
  return (
    <Tag icon={Clock}>
      <span role="timer" aria-live="off">
        {t('code.left', { time })}
      </span>
    </Tag>
  )
}

/** From the moment the answer came, by a clock that no setting moves. */
function useSecondsLeft(): number {
  const [start] = useState(() => performance.now())
  const [now, setNow] = useState(start)
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.ceil(limits.codeMinutes * 60 - (now - start) / 1000))
}

/** How often the server is asked whether the other device came, in milliseconds: somebody is standing there. */
const askMilliseconds = 5_000

/** The name of the device that came through the door, once the exchange has told it. */
function useJoined(device: Id): string | undefined {
  const sync = useSync()
  const live = useLive(devices, [])
  const joined = live.state === 'ready' ? live.value.find(({ id }) => id === device)?.facts.label : undefined
  const isAwaited = joined === undefined
  useEffect(() => {
    if (!isAwaited) return
    const timer = setInterval(() => sync.sendNow(), askMilliseconds)
    return () => clearInterval(timer)
  }, [sync, isAwaited])
  return joined
}
