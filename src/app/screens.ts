import type { Role } from '#domain/rights.ts'
import type { Area } from '#i18n/languages.ts'
import { paths } from './paths.ts'

/** What the router and the shell know of a screen besides what it shows. */
export interface Screen {
  readonly path: string
  /** Key of its name in `app:title`: navigation, plan of the site. */
  readonly title: ScreenTitle
  /** In which languages it exists. */
  readonly area: Area
  /** Who may open it; `everybody` needs no code. */
  readonly roles: 'everybody' | readonly Role[]
}

export type ScreenTitle =
  | 'journal'
  | 'day'
  | 'visit'
  | 'sending'
  | 'setup'
  | 'join'
  | 'team'
  | 'devices'
  | 'members'
  | 'help'
  | 'contact'
  | 'siteMap'
  | 'accessibility'
  | 'legal'
  | 'privacy'

const team: readonly Role[] = ['volunteer', 'mediator', 'coordinator']
const coordination: readonly Role[] = ['coordinator']

/** Every screen there is, in the order of the plan of the site (TEST-9: each has a title and owners). */
export const screens = {
  journal: { path: paths.journal, title: 'journal', area: 'staff', roles: team },
  day: { path: paths.day, title: 'day', area: 'staff', roles: team },
  visit: { path: paths.visit, title: 'visit', area: 'staff', roles: team },
  sending: { path: paths.sending, title: 'sending', area: 'staff', roles: team },
  members: { path: paths.members, title: 'members', area: 'staff', roles: coordination },
  devices: { path: paths.devices, title: 'devices', area: 'staff', roles: coordination },
  team: { path: paths.team, title: 'team', area: 'common', roles: 'everybody' },
  setup: { path: paths.setup, title: 'setup', area: 'staff', roles: 'everybody' },
  join: { path: paths.join, title: 'join', area: 'staff', roles: 'everybody' },
  help: { path: paths.help, title: 'help', area: 'common', roles: 'everybody' },
  contact: { path: paths.contact, title: 'contact', area: 'common', roles: 'everybody' },
  siteMap: { path: paths.siteMap, title: 'siteMap', area: 'common', roles: 'everybody' },
  accessibility: { path: paths.accessibility, title: 'accessibility', area: 'common', roles: 'everybody' },
  legal: { path: paths.legal, title: 'legal', area: 'common', roles: 'everybody' },
  privacy: { path: paths.privacy, title: 'privacy', area: 'common', roles: 'everybody' },
} as const satisfies Readonly<Record<string, Screen>>

export type ScreenName = keyof typeof screens
