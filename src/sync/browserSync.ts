import type { AppDb } from '#storage/db.ts'
import { site } from '#storage/settings.ts'
import { randomBytes } from '#storage/vault/random.ts'
import { browserChannel } from './channel.ts'
import { trustedClock } from './clock.ts'
import { createSync, type Sync } from './engine.ts'
import type { Connection } from './signedFetch.ts'
import { browserTimers } from './timers.ts'

/** Days of silence after which the clock is no longer believed, until the site says otherwise (SEC-39). */
const defaultOfflineDays = 45
const minute = 60_000

/** What this browser offers to an exchange with the server it came from. @param clock what it knows of time */
export function browserConnection(clock: Connection['clock']): Connection {
  return {
    fetch: (path, init) => fetch(path, init),
    clock,
    timers: browserTimers,
    random: randomBytes,
  }
}

/** The clocks of this device. */
export const deviceClocks = { wall: () => Date.now(), monotonic: () => performance.now() }

/** The exchange of this tab: made once, by the application, before anything is unlocked. */
export async function createBrowserSync(db: AppDb): Promise<Sync> {
  let offlineDays = defaultOfflineDays
  const readSettings = async () => {
    offlineDays = (await site(db))?.facts.maxOfflineDays ?? defaultOfflineDays
  }
  const isOpen = db.state.current().state === 'open'
  if (isOpen) await readSettings()
  const mark = isOpen ? await db.read(['meta'], (tx) => tx.meta.get('time')) : undefined
  const clock = trustedClock(deviceClocks, mark ?? null, () => offlineDays)
  const sync = createSync({
    store: db,
    connection: browserConnection(clock),
    locks: navigator.locks,
    channel: browserChannel(),
    isVisible: () => document.visibilityState === 'visible',
    afterRound: readSettings,
  })
  setInterval(clock.tick, minute)
  window.addEventListener('online', sync.wake)
  window.addEventListener('focus', sync.wake)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') sync.wake()
  })
  return sync
}
