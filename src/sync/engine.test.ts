import { afterEach, expect, test, vi } from 'vitest'
import { paths } from '#protocol/version.ts'
import { memoryStore } from '#storage/memoryStore.ts'
import { saveSignal } from '#storage/saveSignal.ts'
import type { Store } from '#storage/store.ts'
import { aVisit, enrolled, outboxOf, saves } from '#storage/testDevice.ts'
import { transferFacts } from '#storage/transfers.ts'
import { createSync, type Sync } from './engine.ts'
import type { Fetch } from './signedFetch.ts'
import {
  anyKey,
  aServer,
  connectionTo,
  network,
  page,
  pushed,
  pushIn,
  refuses,
  says,
  someTabs,
  testTime,
  testTimers,
} from './testWorld.ts'

const syncs: Sync[] = []
afterEach(() => {
  for (const sync of syncs.splice(0)) sync.stop()
})

/** One tab of an enrolled device, unlocked, in front of somebody. */
async function aTab(
  fetch: Fetch,
  more: { store?: Store; tabs?: ReturnType<typeof someTabs>; time?: ReturnType<typeof testTimers> } = {},
) {
  const { time = testTimers(), tabs = someTabs() } = more
  const store = more.store ?? (await enrolled(memoryStore()))
  const looks = { isVisible: true }
  const sync = createSync({
    store,
    connection: connectionTo(fetch, time),
    locks: tabs.locks,
    channel: tabs.channel(),
    isVisible: () => looks.isVisible,
    afterRound: async () => undefined,
  })
  syncs.push(sync)
  let ended = 0
  sync.status.subscribe(() => {
    const status = sync.status.current()
    if (status.state === 'waiting' && status.nextAttempt !== null) ended += 1
  })
  /** Waits for the end of the n-th round that this tab saw. */
  const ends = (rounds: number) => vi.waitFor(() => expect(ended).toBeGreaterThanOrEqual(rounds), patience)
  return { sync, store, time, tabs, looks, ends, ended: () => ended }
}

const patience = { timeout: 10_000, interval: 2 }

const count = (fetch: ReturnType<typeof network>, path: string) =>
  fetch.asked.filter((asked) => asked.path === path).length
const down = () =>
  network(() => {
    throw new TypeError('Failed to fetch')
  })

test('[SYN-18] nothing leaves while the team space is closed; unlocking starts a round', async () => {
  const fetch = aServer()
  const { sync, store, time, ends } = await aTab(fetch)
  await saves(store, aVisit())
  sync.sendNow()
  sync.wake()
  await time.pass(600_000)
  expect(fetch.asked).toEqual([])
  expect(sync.status.current()).toEqual({ state: 'locked' })

  sync.start(anyKey)
  await ends(1)
  expect(await transferFacts(store)).toMatchObject({ pending: 0, lastFailure: null, allSent: true })
  expect(sync.status.current()).toMatchObject({ state: 'waiting', failure: null })
})

test('[SYN-18] locking stops the exchange at once, and what was saved stays', async () => {
  const fetch = aServer()
  const { sync, store, time, ends } = await aTab(fetch)
  sync.start(anyKey)
  await ends(1)
  sync.stop()
  const before = fetch.asked.length
  await saves(store, aVisit())
  await time.pass(600_000)
  expect(fetch.asked).toHaveLength(before)
  expect(sync.status.current()).toEqual({ state: 'locked' })
  expect(await transferFacts(store)).toMatchObject({ pending: 1 })
})

test('[SYN-18] a save is sent two seconds after the last one, in one request', async () => {
  const fetch = aServer()
  const { sync, store, time, ends } = await aTab(fetch)
  sync.start(anyKey)
  await ends(1)
  await saves(store, aVisit())
  await time.pass(1_500)
  await saves(store, aVisit())
  await time.pass(1_900)
  expect(count(fetch, paths.operations)).toBe(0)
  await time.pass(200)
  await ends(2)
  expect(count(fetch, paths.operations)).toBe(1)
  expect(await transferFacts(store)).toMatchObject({ pending: 0 })
})

test('[SYN-18] every minute while somebody looks, and not while nobody does', async () => {
  const fetch = aServer()
  const { sync, time, looks, ends } = await aTab(fetch)
  sync.start(anyKey)
  await ends(1)
  await time.pass(60_000)
  await ends(2)
  expect(fetch.asked).toHaveLength(2)
  looks.isVisible = false
  await time.pass(3_600_000)
  expect(fetch.asked).toHaveLength(2)
  looks.isVisible = true
  sync.wake()
  await ends(3)
  expect(fetch.asked).toHaveLength(3)
})

test('[SYN-18] a push that fails does not prevent the pull', async () => {
  const fetch = aServer(({ path }) =>
    path === paths.operations ? refuses(426, 'upgrade_required') : undefined,
  )
  const { sync, store, ends } = await aTab(fetch)
  await saves(store, aVisit())
  sync.start(anyKey)
  await ends(1)
  expect(count(fetch, paths.changes)).toBe(1)
  expect(sync.status.current()).toMatchObject({ state: 'waiting', failure: 'upgradeRequired' })
  expect(await transferFacts(store)).toMatchObject({ pending: 1, lastFailure: 'upgradeRequired' })
})

test('[SC-25] failures lengthen the wait up to five minutes; a tap forgets them; a success clears them', async () => {
  let isDown = true
  const fetch = aServer(() => {
    if (isDown) throw new TypeError('Failed to fetch')
    return undefined
  })
  const { sync, store, time, ends, ended } = await aTab(fetch)
  await saves(store, aVisit())
  sync.start(anyKey)
  await ends(1)
  const wait = () => {
    const status = sync.status.current()
    return status.state === 'waiting' ? (status.nextAttempt ?? 0) - sync.clock.now() : Number.NaN
  }
  const waits: number[] = []
  for (let at = 0; at < 14; at += 1) {
    waits.push(wait())
    const before = ended()
    await time.pass(wait())
    await ends(before + 1)
  }
  expect(waits[0]).toBeLessThanOrEqual(2_000)
  expect(Math.max(...waits)).toBeGreaterThan(60_000)
  expect(Math.max(...waits)).toBeLessThanOrEqual(300_000)
  expect(await transferFacts(store)).toMatchObject({ pending: 1, lastFailure: 'noAnswer' })

  let before = ended()
  sync.sendNow()
  await ends(before + 1)
  expect(wait()).toBeLessThanOrEqual(2_000)
  isDown = false
  before = ended()
  sync.sendNow()
  await ends(before + 1)
  expect(sync.status.current()).toMatchObject({ failure: null })
  expect(await transferFacts(store)).toMatchObject({ pending: 0, lastFailure: null })
  expect(wait()).toBe(60_000)
})

test('[SYN-20] the patience the server asks for wins over saves, and a tap wins over it', async () => {
  const fetch = aServer(() => refuses(429, 'busy', {}, { 'retry-after': '120' }))
  const { sync, store, time, ends } = await aTab(fetch)
  sync.start(anyKey)
  await ends(1)
  const first = fetch.asked.length
  await saves(store, aVisit())
  await time.pass(100_000)
  expect(fetch.asked).toHaveLength(first)
  expect(sync.status.current()).toMatchObject({ failure: 'serverBusy' })
  await time.pass(20_000)
  await ends(2)
  expect(fetch.asked.length).toBeGreaterThan(first)
  sync.sendNow()
  await ends(3)
})

test('[SYN-22] after three silent answers, health tells « no network » from « network intercepted »', async () => {
  const fetch = network(({ path }) => {
    if (path === paths.health) return new Response('<html>', { headers: { 'content-type': 'text/html' } })
    throw new TypeError('Failed to fetch')
  })
  const { sync, ends } = await aTab(fetch)
  sync.start(anyKey)
  await ends(1)
  expect(sync.status.current()).toMatchObject({ failure: 'noAnswer' })
  sync.sendNow()
  await ends(2)
  expect(count(fetch, paths.health)).toBe(0)
  sync.sendNow()
  await ends(3)
  expect(count(fetch, paths.health)).toBe(1)
  expect(sync.status.current()).toMatchObject({ failure: 'intercepted' })
})

test.each([
  ['restore_unfinished', 503, 'serverRestoring'],
  ['not_ready', 503, 'serverFailed'],
  ['ok', 200, 'noAnswer'],
] as const)('[SYN-56] health that answers « %s » (%i) is told as « %s »', async (status, code, word) => {
  const fetch = network(({ path }) => {
    if (path === paths.health) return says({ status, time: testTime, protocols: [1] }, code)
    throw new TypeError('Failed to fetch')
  })
  const { sync, ends } = await aTab(fetch)
  sync.start(anyKey)
  for (let round = 1; round <= 3; round += 1) {
    await ends(round)
    sync.sendNow()
  }
  await ends(4)
  expect(sync.status.current()).toMatchObject({ failure: word })
})

test('[SYN-22] and says « no answer » when there is really nobody', async () => {
  const { sync, ends } = await aTab(down())
  sync.start(anyKey)
  for (let round = 1; round <= 4; round += 1) {
    await ends(round)
    sync.sendNow()
  }
  await ends(5)
  expect(sync.status.current()).toMatchObject({ failure: 'noAnswer' })
})

test('[SYN-17] [SC-28] two tabs, twenty operations: one tab talks, never two requests at once', async () => {
  let inFlight = 0
  let most = 0
  const fetch = network(async (asked) => {
    inFlight += 1
    most = Math.max(most, inFlight)
    await new Promise((resolve) => setTimeout(resolve, 3))
    inFlight -= 1
    if (asked.path === paths.changes) return page()
    return pushed({ acked: (await pushIn(asked)).operations.at(-1)?.seq ?? 0 })
  })
  const first = await aTab(fetch)
  const second = await aTab(fetch, first)
  for (let at = 0; at < 20; at += 1) await saves(first.store, aVisit())
  first.sync.start(anyKey)
  second.sync.start(anyKey)
  for (let round = 1; round <= 5; round += 1) {
    await first.ends(round)
    second.sync.sendNow()
    first.sync.sendNow()
  }
  await first.ends(6)
  expect(most).toBe(1)
  expect(count(fetch, paths.operations)).toBe(1)
  expect((await outboxOf(first.store)).filter(({ state }) => state === 'pending')).toEqual([])
  // Both tabs say the same.
  expect(second.sync.status.current()).toMatchObject({ state: 'waiting', failure: null })
})

test('[SYN-17] the lock dies with its tab: the other one takes over', async () => {
  const fetch = aServer()
  const first = await aTab(fetch)
  const second = await aTab(fetch, first)
  first.sync.start(anyKey)
  second.sync.start(anyKey)
  await first.ends(1)
  const before = second.ended()
  first.sync.stop()
  await second.ends(before + 1)
  await saves(first.store, aVisit())
  await first.time.pass(2_100)
  await second.ends(before + 2)
  expect(await transferFacts(first.store)).toMatchObject({ pending: 0 })
  expect(second.sync.status.current()).toMatchObject({ state: 'waiting', failure: null })
  expect(first.sync.status.current()).toEqual({ state: 'locked' })
})

test('[SYN-17] a save in a tab that does not talk is sent by the one that does', async () => {
  const fetch = aServer()
  const first = await aTab(fetch)
  const second = await aTab(fetch, { ...first, store: { ...first.store, ...saveSignal() } })
  first.sync.start(anyKey)
  await first.ends(1)
  await saves(second.store, aVisit())
  await first.time.pass(2_100)
  await first.ends(2)
  expect(await transferFacts(first.store)).toMatchObject({ pending: 0 })
})

test('[SYN-27] a closed database is told, and the exchange goes on when it is back', async () => {
  const real = await enrolled(memoryStore())
  let isClosed = false
  const refuse = () => Promise.reject(Object.assign(new Error('closed'), { name: 'DatabaseClosedError' }))
  const store: Store = {
    ...real,
    read: (...read) => (isClosed ? refuse() : real.read(...read)),
    write: (...write) => (isClosed ? refuse() : real.write(...write)),
  }
  const { sync, ends } = await aTab(aServer(), { store })
  sync.start(anyKey)
  await ends(1)
  isClosed = true
  sync.sendNow()
  await ends(2)
  expect(sync.status.current()).toMatchObject({ failure: 'storage' })
  isClosed = false
  sync.sendNow()
  await ends(3)
  expect(sync.status.current()).toMatchObject({ failure: null })
})

test('[SEC-83] what an exchange teaches about time is kept for the next start', async () => {
  const { sync, store, ends } = await aTab(aServer())
  sync.start(anyKey)
  await ends(1)
  const [time, exchange] = await store.read(['meta'], (tx) =>
    Promise.all([tx.meta.get('time'), tx.meta.get('exchange')]),
  )
  expect(time).toMatchObject({ offset: 0 })
  expect(exchange?.at).toBe(sync.clock.now())
})
