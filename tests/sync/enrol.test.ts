import { expect, test } from 'vitest'
import type { AppDb, StorageState } from '#storage/db.ts'
import { memoryStore } from '#storage/memoryStore.ts'
import { saveIntention } from '#storage/save.ts'
import { members, places, thisDevice } from '#storage/settings.ts'
import { cell } from '#storage/subscribable.ts'
import { newDeviceKey } from '#storage/vault/deviceKey.ts'
import { openGate } from '#storage/vault/gate.ts'
import { firstBatchSize } from '#sync/batchSize.ts'
import { trustedClock } from '#sync/clock.ts'
import { type Enrolled, enrol, readCode, readDoor } from '#sync/enrol.ts'
import { openDoor } from '#sync/openDoor.ts'
import { pullAll } from '#sync/pull.ts'
import { pushAll } from '#sync/push.ts'
import type { Connection, Fetch } from '#sync/signedFetch.ts'
import { anId, startServer, type TestServer, testDay } from '../server/startServer.ts'

const pin = '482913'

/** A browser that knows nothing yet. */
function aBrowser(server: TestServer, fetch: Fetch = server.fetch) {
  const state = cell<StorageState>({ state: 'open' })
  let isMarked = false
  const db: AppDb = {
    ...memoryStore(),
    state,
    reopen: async () => undefined,
    close: () => undefined,
    markEnrolled: () => {
      isMarked = true
    },
  }
  const clocks = { wall: () => server.clock.now - 86_400_000, monotonic: () => server.clock.now }
  const clock = trustedClock(clocks, null, () => 45)
  const connection: Connection = {
    fetch,
    clock,
    timers: { after: () => () => undefined },
    random: server.random,
  }
  return { db, clock, connection, isMarked: () => isMarked }
}

type Browser = ReturnType<typeof aBrowser>

async function enters(browser: Browser, link: string, key?: Awaited<ReturnType<typeof newDeviceKey>>) {
  const door = readDoor(link.slice(link.indexOf('#'))) ?? readCode(link)
  if (door === undefined) throw new Error('no door')
  return enrol(browser.db, browser.clock, { door, pin, key }, browser.connection)
}

async function exchanges({ db, connection }: Browser, { key, device }: Enrolled) {
  const exchange = {
    store: db,
    connection,
    signer: { deviceId: device.deviceId, key },
    signal: new AbortController().signal,
    onSent: () => undefined,
    onReceived: () => undefined,
  }
  return [await pushAll(exchange, firstBatchSize()), await pullAll(exchange)]
}

async function aNetwork() {
  const server = await startServer()
  const browser = aBrowser(server)
  const entered = await enters(browser, `#s=${server.setupSecret}`)
  if (!entered.ok) throw new Error(entered.error.type)
  const by = entered.value.device.founderId ?? ''
  const placeId = anId()
  const saved = await saveIntention(browser.db, {
    operations: [
      {
        kind: 'member',
        record: by,
        base: 0,
        change: { set: { name: 'Aïcha', role: 'coordinator', startsOn: testDay } },
      },
      {
        kind: 'place',
        record: placeId,
        base: 0,
        change: { set: { name: 'Banlay', kind: 'communityCentre', opensOn: testDay } },
      },
    ],
    by,
    day: testDay,
  })
  expect(saved.ok).toBe(true)
  await exchanges(browser, entered.value)
  const opens = () =>
    openDoor(
      browser.db,
      entered.value.key,
      browser.clock,
      { label: 'Tablette 2', use: 'staff', placeId, by },
      browser.connection,
      'https://permanence.example',
    )
  return { server, browser, entered: entered.value, placeId, opens }
}

test('[SEC-61] the set-up link makes a device that is known, gated, and knows the time', async () => {
  const { browser, entered } = await aNetwork()
  expect(await thisDevice(browser.db)).toEqual(entered.device)
  expect(entered.device.founderId).not.toBeNull()
  expect(browser.isMarked()).toBe(true)
  expect(browser.clock.today.current()).toMatchObject({ day: testDay, verified: true })
  expect((await openGate(browser.db, pin)).ok).toBe(true)
})

test.each(['link', 'code'] as const)(
  '[SEC-62] a second device enters by the %s, once, and sees the settings',
  async (way) => {
    const { server, placeId, opens } = await aNetwork()
    const door = await opens()
    if (!door.ok) throw new Error(door.error.type)
    expect(door.value.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
    const shown = way === 'link' ? door.value.link : door.value.code.toLowerCase().replace(/(.{4})/g, '$1 ')

    const tablet = aBrowser(server)
    const entered = await enters(tablet, shown)
    if (!entered.ok) throw new Error(entered.error.type)
    expect(entered.value.device).toMatchObject({ founderId: null, label: 'Tablette 2', placeId })
    await exchanges(tablet, entered.value)
    expect((await members(tablet.db)).map(({ facts }) => facts.name)).toEqual(['Aïcha'])
    expect((await places(tablet.db)).map(({ id }) => id)).toEqual([placeId])

    expect(await enters(aBrowser(server), shown)).toEqual({ ok: false, error: { type: 'code_used' } })
  },
)

test('[SEC-62] an answer lost on the way is given again to the same key', async () => {
  const { server, opens } = await aNetwork()
  const door = await opens()
  if (!door.ok) throw new Error(door.error.type)
  let isCut = true
  const tablet = aBrowser(server, async (path, init) => {
    const answer = await server.fetch(path, init)
    if (isCut) throw new TypeError('Failed to fetch')
    return answer
  })
  const key = await newDeviceKey()
  expect(await enters(tablet, door.value.link, key)).toEqual({ ok: false, error: { type: 'noAnswer' } })
  expect(await thisDevice(tablet.db)).toBeNull()
  isCut = false
  const entered = await enters(tablet, door.value.link, key)
  expect(entered.ok).toBe(true)
})

test('[SEC-62] a wrong code, an expired one, a trivial PIN: each says so, and nothing is written', async () => {
  const { server, opens } = await aNetwork()
  const door = await opens()
  if (!door.ok) throw new Error(door.error.type)
  const tablet = aBrowser(server)
  const wrong = `${door.value.code.slice(0, 4)}AAAABBBBCCCC`
  expect(await enters(tablet, wrong)).toEqual({ ok: false, error: { type: 'code_unknown' } })
  const trivial = await enrol(
    tablet.db,
    tablet.clock,
    { door: { door: 'x', secret: 'y' }, pin: '123456' },
    tablet.connection,
  )
  expect(trivial).toEqual({ ok: false, error: { type: 'pinTrivial' } })
  server.clock.now += 11 * 60_000
  expect(await enters(tablet, door.value.link)).toEqual({ ok: false, error: { type: 'code_expired' } })
  expect(await thisDevice(tablet.db)).toBeNull()
  expect(tablet.isMarked()).toBe(false)
})

test('[SYN-22] a portal in the middle of an enrolment is said as such', async () => {
  const { server, opens } = await aNetwork()
  const door = await opens()
  if (!door.ok) throw new Error(door.error.type)
  const tablet = aBrowser(
    server,
    async () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
  )
  expect(await enters(tablet, door.value.link)).toEqual({ ok: false, error: { type: 'intercepted' } })
})

test.each(['#s=short', '#e=abc.def', '', '#s=', `#e=${'0'.repeat(36)}.${'!'.repeat(22)}`])(
  '[SEC-62] « %s » is no door',
  (fragment) => {
    expect(readDoor(fragment)).toBeUndefined()
  },
)

test.each(['', 'ABCD', 'ABCDEFGHJKMNPQR', 'ABCDEFGHJKMNPQRU', 'ABCDEFGHJKMNPQRST'])(
  '[SEC-25] « %s » is no code',
  (typed) => {
    expect(readCode(typed)).toBeUndefined()
  },
)
