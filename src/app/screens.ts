import type { Role } from '#domain/rights.ts'
import type { Area } from '#i18n/languages.ts'
import type { Resources } from '#i18n/resources.d.ts'
import { paths } from './paths.ts'

/** What the router and the shell know of a screen besides what it shows. */
export interface Screen {
  readonly path: string
  /** Key of its name in `app:title`: navigation, plan of the site. */
  readonly title: ScreenTitle
  /** In which languages it exists. */
  readonly area: Area
  /** Its words that are not there from the start: they come with its code. */
  readonly words?: readonly (keyof Resources)[]
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
  | 'data'
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
  visit: { path: paths.visit, title: 'visit', area: 'staff', words: ['correction'], roles: team },
  sending: {
    path: paths.sending,
    title: 'sending',
    area: 'staff',
    words: ['transfers', 'correction'],
    roles: team,
  },
  members: {
    path: paths.members,
    title: 'members',
    area: 'staff',
    words: ['devices', 'setup'],
    roles: coordination,
  },
  devices: {
    path: paths.devices,
    title: 'devices',
    area: 'staff',
    words: ['devices', 'setup'],
    roles: coordination,
  },
  data: {
    path: paths.data,
    title: 'data',
    area: 'staff',
    words: ['devices', 'setup'],
    roles: coordination,
  },
  team: { path: paths.team, title: 'team', area: 'common', roles: 'everybody' },
  setup: { path: paths.setup, title: 'setup', area: 'staff', words: ['setup'], roles: 'everybody' },
  join: { path: paths.join, title: 'join', area: 'staff', words: ['setup'], roles: 'everybody' },
  help: { path: paths.help, title: 'help', area: 'common', words: ['about'], roles: 'everybody' },
  contact: { path: paths.contact, title: 'contact', area: 'common', words: ['about'], roles: 'everybody' },
  siteMap: { path: paths.siteMap, title: 'siteMap', area: 'common', words: ['about'], roles: 'everybody' },
  accessibility: {
    path: paths.accessibility,
    title: 'accessibility',
    area: 'common',
    words: ['about'],
    roles: 'everybody',
  },
  legal: { path: paths.legal, title: 'legal', area: 'common', words: ['about'], roles: 'everybody' },
  privacy: { path: paths.privacy, title: 'privacy', area: 'common', words: ['about'], roles: 'everybody' },
} as const satisfies Readonly<Record<string, Screen>>

export type ScreenName = keyof typeof screens
