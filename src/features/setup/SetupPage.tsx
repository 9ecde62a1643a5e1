import { useState } from 'react'
import { Navigate } from 'react-router'
import type { AppDb } from '#storage/db.ts'
import { useLive } from '#storage/react.tsx'
import { site, thisDevice } from '#storage/settings.ts'
import type { DeviceKey } from '#storage/vault/deviceKey.ts'
import { readDoor } from '#sync/enrol.ts'
import type { Presence } from '#sync/presence.tsx'
import { ReadyPage } from './ReadyPage.tsx'
import { SetupSteps } from './SetupSteps.tsx'
import { StartPage } from './StartPage.tsx'

interface SetupPageProps {
  /** From the one-time link, when the page was opened by it. */
  readonly secret: string | null
  readonly onUnlock: (key: DeviceKey) => void
  /** Enters the team space as the first coordinator, at this address. */
  readonly onStart: (presence: Presence, to: string) => void
}

async function whereItStands(db: AppDb): Promise<'new' | 'unfinished' | 'installed'> {
  const device = await thisDevice(db)
  if (device === null) return 'new'
  return device.founderId !== null && (await site(db)) === null ? 'unfinished' : 'installed'
}

/** E-20 on the first device of a network: the link of the server, the settings, then « C'est prêt ». */
export function SetupPage({ secret, onUnlock, onStart }: SetupPageProps) {
  const isCut = secret !== null && readDoor(`#s=${secret}`) === undefined
  const [link, setLink] = useState(isCut ? null : secret)
  const [isStarted, setStarted] = useState(false)
  const [presence, setPresence] = useState<Presence | null>(null)
  const live = useLive(whereItStands, [])
  if (presence !== null) return <ReadyPage onStart={(to) => onStart(presence, to)} />
  if (live.state === 'loading') return null
  // Once the steps are on screen, being known by the server in the middle of them changes nothing.
  if (live.value === 'installed' && !isStarted) return <Navigate to="/" replace />
  if (live.value === 'new' && link === null) return <StartPage isCut={isCut} onLink={setLink} />
  return (
    <SetupSteps
      secret={link}
      isUnfinished={live.value === 'unfinished'}
      onBegin={() => setStarted(true)}
      onInstalled={(key, coordinator) => {
        if (key !== null) onUnlock(key)
        setPresence(coordinator)
      }}
    />
  )
}
