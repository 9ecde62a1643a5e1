import { useNavigate } from 'react-router'
import { JoinPage } from '#features/setup/JoinPage.tsx'
import { SetupPage } from '#features/setup/SetupPage.tsx'
import type { Presence } from '#sync/presence.tsx'
import { openedLink } from './openedLink.ts'
import { paths } from './paths.ts'
import { useTeamSpace } from './teamSpace.tsx'

const secretOf = (door: 'setup' | 'join') => (openedLink?.door === door ? openedLink.code : null)

/** E-20, first device: the link of the console, then the settings of the place. */
export function SetupScreen() {
  const { unlock, enter } = useTeamSpace()
  const navigate = useNavigate()
  const start = (presence: Presence, to: string) => {
    enter(presence)
    void navigate(to)
  }
  return <SetupPage secret={secretOf('setup')} onUnlock={unlock} onStart={start} />
}

/** E-20, next devices: the link or the code of a coordinator. */
export function JoinScreen() {
  const { key, unlock } = useTeamSpace()
  const navigate = useNavigate()
  return (
    <JoinPage
      secret={secretOf('join')}
      isOpen={key !== null}
      onUnlock={unlock}
      onContinue={() => void navigate(paths.team)}
    />
  )
}
