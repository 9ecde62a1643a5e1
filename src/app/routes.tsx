import type { ComponentType } from 'react'
import { Navigate, type RouteObject } from 'react-router'
import { FailurePage } from './FailurePage.tsx'
import { HomePage } from './HomePage.tsx'
import { paths } from './paths.ts'
import { RoleGate } from './RoleGate.tsx'
import { Root } from './Root.tsx'
import { type Screen, type ScreenName, screens } from './screens.ts'
import { loadScreenWords } from './screenWords.ts'
import { TeamPage } from './TeamPage.tsx'

type Load = () => Promise<ComponentType>

/** Where each screen is; a screen is fetched when its address is opened, and is in the precache. */
const loads: Readonly<Record<Exclude<ScreenName, 'team'>, Load>> = {
  journal: async () => (await import('#features/visits/JournalPage.tsx')).JournalPage,
  day: async () => (await import('#features/visits/JournalPage.tsx')).JournalPage,
  visit: async () => (await import('#features/visits/EditVisitPage.tsx')).EditVisitPage,
  sending: async () => (await import('#features/transfers/SendingPage.tsx')).SendingPage,
  members: async () => (await import('#features/devices/MembersPage.tsx')).MembersPage,
  devices: async () => (await import('./DevicesScreen.tsx')).DevicesScreen,
  data: async () => (await import('#features/devices/DataPage.tsx')).DataPage,
  setup: async () => (await import('./SetupScreens.tsx')).SetupScreen,
  join: async () => (await import('./SetupScreens.tsx')).JoinScreen,
  help: async () => (await import('#features/about/HelpPage.tsx')).HelpPage,
  contact: async () => (await import('#features/about/ContactPage.tsx')).ContactPage,
  siteMap: async () => (await import('./SiteMapPage.tsx')).SiteMapPage,
  accessibility: async () => (await import('#features/about/AccessibilityPage.tsx')).AccessibilityPage,
  legal: async () => (await import('#features/about/LegalPage.tsx')).LegalPage,
  privacy: async () => (await import('#features/about/PrivacyPage.tsx')).PrivacyPage,
}

function screenRoute(screen: Screen, load: Load): RouteObject {
  return {
    path: screen.path,
    handle: screen,
    lazy: async () => {
      const [Page] = await Promise.all([load(), loadScreenWords(screen)])
      const { roles } = screen
      if (roles === 'everybody') return { Component: Page }
      const Gated = () => (
        <RoleGate roles={roles}>
          <Page />
        </RoleGate>
      )
      return { Component: Gated }
    },
  }
}

/** No loader reads stored data: a loader is read once, a live query stays true. */
export const routes: RouteObject[] = [
  {
    element: <Root />,
    errorElement: <FailurePage />,
    children: [
      { path: paths.home, element: <HomePage /> },
      { path: paths.team, handle: screens.team, element: <TeamPage /> },
      { path: paths.settings, element: <Navigate to={paths.members} replace /> },
      ...Object.entries(loads).map(([name, load]) => screenRoute(screens[name as ScreenName], load)),
      { path: '*', lazy: async () => ({ Component: (await import('./NotFoundPage.tsx')).NotFoundPage }) },
    ],
  },
]
