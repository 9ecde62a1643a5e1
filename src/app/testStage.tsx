import type { ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import type { Facts } from '#domain/kind.ts'
import { LanguageArea } from '#i18n/LanguageArea.tsx'
import type { Area } from '#i18n/languages.ts'
import { type AppDb, openDb } from '#storage/db.ts'
import { DbProvider } from '#storage/react.tsx'
import { anId, enrolled, here, saves } from '#storage/testDevice.ts'
import { newDeviceKey } from '#storage/vault/deviceKey.ts'
import { sealGate } from '#storage/vault/gateSeal.ts'
import { randomBytes } from '#storage/vault/random.ts'
import { browserChannel } from '#sync/channel.ts'
import { trustedClock } from '#sync/clock.ts'
import { createSync, type Sync } from '#sync/engine.ts'
import { PresenceProvider } from '#sync/presence.tsx'
import { SyncProvider } from '#sync/react.tsx'
import { browserTimers } from '#sync/timers.ts'
import { silence } from '#ui/announce.ts'
import { Shell } from './Shell.tsx'

/** A device for the tests of screens: real database, real words, a clock that stands at ten o'clock in Paris. */
export const stageDay = '2026-11-24'
export const stagePin = '480271'
const tenInParis = Date.UTC(2026, 10, 24, 9)

export interface Stage {
  readonly db: AppDb
  readonly sync: Sync
  /** Draws a screen at an address; again for a fresh page on the same database. */
  readonly show: (screen: ReactNode, area?: Area, address?: string) => void
}

let root: Root | undefined

/** What a reload does to the page; to be called after each test too. */
export function strike(): void {
  root?.unmount()
  root = undefined
  document.body.replaceChildren()
  silence()
}

export async function aStage(): Promise<Stage> {
  const db = await openDb(`stage-${crypto.randomUUID()}`)
  const mark = { offset: 0, mark: tenInParis, server: tenInParis }
  const clock = trustedClock({ wall: () => tenInParis, monotonic: () => 0 }, mark, () => 45)
  const sync = createSync({
    store: db,
    connection: {
      fetch: () => Promise.reject(new Error('no network in this test')),
      clock,
      timers: browserTimers,
      random: randomBytes,
    },
    locks: navigator.locks,
    channel: browserChannel(`stage-${crypto.randomUUID()}`),
    isVisible: () => true,
    afterRound: async () => undefined,
  })
  const presence = { ...here, name: 'Inès', role: 'coordinator' as const }
  const show: Stage['show'] = (screen, area = 'staff', address = '/') => {
    strike()
    const shell = (
      <LanguageArea area={area}>
        <Shell area={area} isTeam={false}>
          {screen}
        </Shell>
      </LanguageArea>
    )
    const router = createMemoryRouter([{ path: '*', element: shell }], { initialEntries: [address] })
    root = createRoot(document.body.appendChild(document.createElement('div')))
    root.render(
      <DbProvider db={db}>
        <SyncProvider sync={sync}>
          <PresenceProvider value={presence}>
            <RouterProvider router={router} />
          </PresenceProvider>
        </SyncProvider>
      </DbProvider>,
    )
  }
  return { db, sync, show }
}

/** A device whose team and places are known, behind its code. */
export async function anEnrolledStage(): Promise<Stage> {
  const stage = await aStage()
  const { db } = stage
  await enrolled(db)
  const { material } = await newDeviceKey()
  const gate = await sealGate(material, stagePin, here)
  await db.write(['meta'], 'strict', (tx) => tx.meta.set('gate', gate))
  const record = (kind: string, id: string, set: Facts) => ({ kind, record: id, base: 0, change: { set } })
  const since = '2026-01-05'
  await saves(
    db,
    record('site', here.siteId, { name: 'Point d’accès' }),
    record('place', here.placeId, { name: 'Le Banlay', kind: 'other', opensOn: since }),
    record('member', here.memberId, { name: 'Inès', role: 'coordinator', startsOn: since }),
    record('member', anId(), { name: 'Paul', role: 'volunteer', startsOn: since, endsOn: '2026-12-01' }),
  )
  return stage
}
