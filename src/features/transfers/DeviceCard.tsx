import { useTranslation } from 'react-i18next'
import { useFormat } from '#i18n/format.ts'
import { appVersion } from '#protocol/version.ts'
import type { AppDb } from '#storage/db.ts'
import { askPersistence } from '#storage/health.ts'
import { useLive } from '#storage/react.tsx'
import { devices, thisDevice } from '#storage/settings.ts'
import { useToday } from '#sync/react.tsx'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { HardDrive } from '#ui/icons.ts'
import { Stack } from '#ui/Layout.tsx'
import { FactList } from './FactList.tsx'
import { gapText } from './gapText.ts'
import { isFull } from './risk.ts'
import type { Situation } from './useSituation.ts'

async function labelOf(db: AppDb): Promise<string | null> {
  const [own, all] = await Promise.all([thisDevice(db), devices(db)])
  return all.find(({ id }) => id === own?.deviceId)?.facts.label ?? own?.label ?? null
}

/** The health of this device: the browser's promise, the space, the clock (SEC-89). */
export function DeviceCard({ situation }: { readonly situation: Situation }) {
  const { t } = useTranslation('transfers')
  const format = useFormat()
  const label = useLive(labelOf, [])
  const clock = useClockWords()
  const { persistence, space, look } = situation
  const ask = async () => {
    const given = await askPersistence()
    look()
    announce(t(given === 'granted' ? 'device.askGranted' : 'device.askRefused'))
  }
  return (
    <Card heading={t('device.title')}>
      <Stack>
        <FactList
          facts={[
            ...(label.state === 'ready' && label.value !== null
              ? [{ label: t('device.name'), value: <bdi>{label.value}</bdi> }]
              : []),
            { label: t('device.storage'), value: t(`device.${persistence}`) },
            {
              label: t('device.space'),
              value:
                space === null
                  ? t('device.spaceUnknown')
                  : t('device.used', {
                      used: format.bytes(space.usedBytes),
                      total: format.bytes(space.usedBytes + space.freeBytes),
                    }),
            },
            { label: t('device.clock'), value: clock },
            { label: t('device.version'), value: t('device.versionValue', { version: appVersion }) },
          ]}
        />
        {isFull(space) && <p>{t('device.full')}</p>}
        {persistence === 'refused' && (
          <>
            <Button icon={HardDrive} onClick={() => void ask()}>
              {t('device.ask')}
            </Button>
            <p>{t('device.askHint')}</p>
          </>
        )}
      </Stack>
    </Card>
  )
}

/** Beyond this the clock is said to be off, in minutes (STATE-3). */
const offMinutes = 10

function useClockWords(): string {
  const { t } = useTranslation('transfers')
  const format = useFormat()
  const { verified, minutesOff } = useToday()
  if (!verified) return t('device.clockUnverified')
  if (minutesOff === null) return t('device.clockUnknown')
  const minutes = Math.abs(minutesOff)
  return minutes > offMinutes
    ? t('device.clockOff', { minutes: gapText(minutes, format, t) })
    : t('device.clockRight', { minutes: format.duration(Math.max(1, minutes)) })
}
