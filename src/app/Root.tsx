import { Navigate, Outlet, ScrollRestoration, useMatches } from 'react-router'
import { LanguageArea } from '#i18n/LanguageArea.tsx'
import type { Area } from '#i18n/languages.ts'
import { useEnrolment } from './enrolment.tsx'
import { PublicShell } from './PublicShell.tsx'
import { paths } from './paths.ts'
import { StaffShell } from './StaffShell.tsx'
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
  const enrolment = useEnrolment()
  const isTeam = screen !== undefined && screen.roles !== 'everybody'
  const isLocked = isTeam && presence === null
  const area: Area = screen === undefined || isLocked ? 'common' : screen.area
  const Shell = presence === null ? PublicShell : StaffShell
  return (
    <LanguageArea area={area}>
      <Shell area={area}>
        <StorageGate>
          {isLocked && enrolment === 'none' && <Navigate to={paths.setup} replace />}
          {isLocked && enrolment === 'unfinished' && <Navigate to={paths.setup} replace />}
          {isLocked && enrolment === 'enrolled' && <TeamDoor />}
          {!isLocked && <Outlet />}
        </StorageGate>
      </Shell>
      <ScrollRestoration />
    </LanguageArea>
  )
}
