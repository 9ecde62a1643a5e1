import { Navigate, Outlet, ScrollRestoration, useMatches } from 'react-router'
import { LanguageArea } from '#i18n/LanguageArea.tsx'
import type { Area } from '#i18n/languages.ts'
import { useEnrolment } from './enrolment.tsx'
import { paths } from './paths.ts'
import { Shell } from './Shell.tsx'
import { StorageGate } from './StorageGate.tsx'
import type { Screen } from './screens.ts'
import { TeamDoor } from './TeamDoor.tsx'
import { useTeamSpace } from './teamSpace.tsx'

/** The screen that the address names; unknown addresses have none. */
function useScreen(): Screen | undefined {
  return useMatches().findLast((match) => isScreen(match.handle))?.handle as Screen | undefined
}

function isScreen(handle: unknown): handle is Screen {
  return typeof handle === 'object' && handle !== null && 'title' in handle
}

/**
 * Around every screen: its language, its shell, and the door of the team space. A staff address on a locked device
 * shows E-0 in its place and is shown itself once opened: nothing travels in the address (NAV-1).
 */
export function Root() {
  const screen = useScreen()
  const { presence } = useTeamSpace()
  const isTeam = screen !== undefined && screen.roles !== 'everybody'
  const isLocked = isTeam && presence === null
  const area: Area = screen === undefined || isLocked ? 'common' : screen.area
  return (
    <LanguageArea area={area}>
      <Shell area={area} isTeam={presence !== null}>
        <StorageGate isTeam={presence !== null}>{isLocked ? <LockedScreen /> : <Outlet />}</StorageGate>
      </Shell>
      <ScrollRestoration />
    </LanguageArea>
  )
}

/** In the place of a screen of the team: its door, or set-up on a device that belongs to nobody yet. */
function LockedScreen() {
  const enrolment = useEnrolment()
  if (enrolment === 'loading') return null
  return enrolment === 'enrolled' ? <TeamDoor /> : <Navigate to={paths.setup} replace />
}
