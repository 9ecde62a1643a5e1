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
  // The address first: entering changes the shell around this screen, which would start it again and lead it away.
  const start = async (presence: Presence, to: string) => {
    await navigate(to)
    enter(presence)
  }
  return (
    <SetupPage
      secret={secretOf('setup')}
      onUnlock={unlock}
      onStart={(presence, to) => void start(presence, to)}
    />
  )
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
