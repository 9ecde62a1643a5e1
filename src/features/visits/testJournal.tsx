import type { ReactNode } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import type { Day } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import type { Facts } from '#domain/kind.ts'
import { unplannedPermanence } from '#domain/kinds/event.ts'
import { type VisitFacts, visit } from '#domain/kinds/visit.ts'
import { changeBetween } from '#domain/operation.ts'
import type { Role } from '#domain/rights.ts'
import { LanguageArea } from '#i18n/LanguageArea.tsx'
import { type AppDb, openDb } from '#storage/db.ts'
import { saveDraft } from '#storage/drafts.ts'
import { DbProvider } from '#storage/react.tsx'
import { type Intent, newOperationId, newRecordId, saveIntention } from '#storage/save.ts'
import { anId, enrolled, here, outboxOf } from '#storage/testDevice.ts'
import { randomBytes } from '#storage/vault/random.ts'
import { browserChannel } from '#sync/channel.ts'
import { trustedClock } from '#sync/clock.ts'
import { createSync } from '#sync/engine.ts'
import { PresenceProvider } from '#sync/presence.tsx'
import { SyncProvider } from '#sync/react.tsx'
import { browserTimers } from '#sync/timers.ts'
import { Announcer } from '#ui/Announcer.tsx'
import { EditVisitPage } from './EditVisitPage.tsx'
import { JournalPage } from './JournalPage.tsx'

/** A device of the team for tests: real database, real words, a clock that stands at ten o'clock in Paris. */
export const today: Day = '2026-11-24'
const tenInParis = Date.UTC(2026, 10, 24, 9)

export interface Journal {
  readonly db: AppDb
  /** The screens of the team, at an address. */
  readonly at: (address: string) => ReactNode
  /** A visit of this day, made by whoever is present unless it says otherwise. */
  readonly saved: (facts: VisitFacts, by?: Id) => Promise<Id>
  /** A new visit that was begun and not saved, of this day unless it says otherwise. */
  readonly begun: (facts: VisitFacts, by?: Id) => Promise<void>
  /** What this device would send about visits, in order. */
  readonly operations: (kind?: string) => Promise<readonly Operation[]>
}

interface Operation {
  readonly record: Id
  readonly base: number
  readonly set?: Facts
  readonly add?: Readonly<Record<string, readonly string[]>>
  readonly remove?: Readonly<Record<string, readonly string[]>>
  readonly act?: string
  readonly clock?: string
}

interface JournalOptions {
  readonly role?: Role
  readonly isVerified?: boolean
  readonly network?: Facts
}

export async function aJournal({
  role = 'mediator',
  isVerified = true,
  network,
}: JournalOptions = {}): Promise<Journal> {
  const db = await openDb(`journal-${crypto.randomUUID()}`)
  await enrolled(db)
  await settle(db, network)
  const clocks = { wall: () => tenInParis, monotonic: () => 0 }
  const mark = isVerified ? { offset: 0, mark: tenInParis, server: tenInParis } : null
  const sync = createSync({
    store: db,
    connection: {
      fetch: () => Promise.reject(new Error('no network in this test')),
      clock: trustedClock(clocks, mark, () => 45),
      timers: browserTimers,
      random: randomBytes,
    },
    locks: navigator.locks,
    channel: browserChannel(`journal-${crypto.randomUUID()}`),
    isVisible: () => true,
    afterRound: async () => undefined,
  })
  const presence = { ...here, name: 'Inès', role }
  return {
    db,
    at: (address) => (
      <DbProvider db={db}>
        <SyncProvider sync={sync}>
          <PresenceProvider value={presence}>
            <LanguageArea area="staff">
              <Announcer closeLabel="Fermer" />
              <main style={beside}>
                <RouterProvider router={createMemoryRouter(routes, { initialEntries: [address] })} />
              </main>
            </LanguageArea>
          </PresenceProvider>
        </SyncProvider>
      </DbProvider>
    ),
    saved: (facts, by) => savedVisit(db, facts, by),
    begun: async (facts, by = here.memberId) => {
      const whole = { halfDay: 'am', procedures: ['ameli.create'], ...facts }
      await saveDraft(db, { record: anId(), kind: 'visit', facts: whole as Facts, by, day: today })
    },
    operations: async (kind = 'visit') =>
      (await outboxOf(db))
        .map(({ body }) => JSON.parse(body) as Operation & { readonly kind: string })
        .filter((operation) => operation.kind === kind),
  }
}

/** The room that the navigation leaves on a screen of 1366 pixels. */
const beside = { maxInlineSize: '65.5rem', paddingBlockStart: '1rem' }

const routes = [
  { path: '/journal', Component: JournalPage },
  { path: '/journal/:jour', Component: JournalPage },
  { path: '/journal/:jour/visite/:visite', Component: EditVisitPage },
  { path: '/envoi', element: <hr /> },
]

/** The place, the one who is present, and the network's own choices. */
async function settle(db: AppDb, network: Facts = {}): Promise<void> {
  const record = (kind: string, id: Id, set: Facts): Intent => ({
    kind,
    record: id,
    base: 0,
    change: { set },
  })
  await save(db, [
    record('place', here.placeId, { name: 'Le Banlay', kind: 'other', opensOn: '2026-01-05' }),
    record('member', here.memberId, { name: 'Inès', role: 'mediator', startsOn: '2026-01-05' }),
    record('network', here.networkId, { name: 'Réseau', ...network }),
  ])
}

async function savedVisit(db: AppDb, facts: VisitFacts, by?: Id): Promise<Id> {
  const record = newRecordId(today)
  const whole = {
    day: today,
    halfDay: 'am',
    placeId: here.placeId,
    arrival: 'walkIn',
    posture: 'together',
    outcome: 'doneTogether',
    procedures: ['ameli.create'],
    eventId: unplannedPermanence(here.placeId, today, facts.halfDay ?? 'am'),
    ...facts,
  }
  const change = changeBetween(visit, {}, whole as Facts)
  await save(db, [{ kind: 'visit', record, base: 0, id: newOperationId(today), change }], by)
  return record
}

/** Saves as this device's own work; fails the test if it was not saved. */
export async function save(db: AppDb, operations: readonly Intent[], by = here.memberId): Promise<void> {
  const result = await saveIntention(db, { operations, by, day: today })
  if (!result.ok) throw new Error(`not saved: ${result.error.type}`)
}
