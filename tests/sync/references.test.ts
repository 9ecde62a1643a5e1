import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { unplannedPermanence } from '#domain/kinds/event.ts'
import { paths, protocolHeader } from '#protocol/version.ts'
import { eventsOfDay } from '#storage/events.ts'
import { asideOperations, heldRecords, transferFacts } from '#storage/transfers.ts'
import { visitById, visitsOfDay } from '#storage/visits.ts'
import { anId, type Fetch, joinDevice, startClaimedServer, testDay } from '../server/startServer.ts'
import { logOf, type SyncedDevice, syncedDevice } from './syncedDevice.ts'

/* A visit (B) names the permanence of its half-day (A): the one reference between records that are saved together. */

const placeId = anId()
const permanence = unplannedPermanence(placeId, testDay, 'am')
const half = { day: testDay, halfDay: 'am', placeId }
const anEvent = (more: Readonly<Record<string, string>> = {}) => ({
  kind: 'event',
  record: permanence,
  change: { set: { ...half, type: 'permanence', state: 'held', ...more } },
})
const aVisit = (minutes: number) => ({
  kind: 'visit',
  record: anId(),
  change: {
    set: { ...half, minutes, eventId: permanence, arrival: 'walkIn', outcome: 'doneTogether' },
    add: { procedures: ['ameli.create'] },
  },
})

/** Two tablets of one team; what the first sends may be refused on its way. */
async function twoTablets(refusing: (fetch: Fetch) => Fetch = (fetch) => fetch) {
  const { server, device } = await startClaimedServer()
  const first = await syncedDevice({ ...server, fetch: refusing(server.fetch) }, device)
  const member = { name: 'Aïcha', role: 'coordinator', startsOn: testDay }
  await first.saves({ kind: 'member', record: device.founder, change: { set: member } })
  await first.syncs()
  const second = await syncedDevice(server, await joinDevice(server, device))
  await second.syncs()
  return { server, first, second }
}

const minutesOn = async ({ store }: SyncedDevice) =>
  (await visitsOfDay(store, placeId, testDay)).map(({ facts }) => facts.minutes)
const permanencesOn = async ({ store }: SyncedDevice) =>
  (await eventsOfDay(store, placeId, testDay)).map(({ id }) => id)

// Only a release accepts a creation that is held, and it comes with people's keys (SYN-84, SYN-87).
test('[SC-29] a visit whose permanence is held is lost nowhere and blocks nothing; what is missing is shown with its reason', async () => {
  const { server, first, second } = await twoTablets()
  const visit = aVisit(10)
  const ids = await first.saves(anEvent({ level: 'nonsense' }), visit)
  expect(await first.syncs()).toBe(true)
  await first.saves(aVisit(20))
  for (const tablet of [first, second, first]) expect(await tablet.syncs()).toBe(true)

  const log = await logOf(server)
  expect(ids.map((id) => log.get(id))).toEqual([1, 1])
  expect(await transferFacts(first.store)).toMatchObject({ pending: 0, aside: 0, held: 1, allSent: true })
  for (const tablet of [first, second]) {
    expect((await minutesOn(tablet)).toSorted()).toEqual([10, 20])
    expect((await visitById(tablet.store, visit.record))?.facts.eventId).toBe(permanence)
    expect(await permanencesOn(tablet)).toEqual([])
    const missing = { record: permanence, recordKind: 'event', reason: 'invalid' }
    expect(await heldRecords(tablet.store)).toMatchObject([{ facts: missing }])
  }
})

test('[SC-29] a permanence that was refused and is accepted later is the one that its visits name, everywhere', async () => {
  const gate = { isClosed: true }
  const { server, first, second } = await twoTablets((fetch) => refusingEvents(fetch, gate))
  const visit = aVisit(10)
  const ids = await first.saves(anEvent(), visit)
  expect(await first.syncs()).toBe(true)
  expect(await second.syncs()).toBe(true)

  expect(await minutesOn(second)).toEqual([10])
  expect(await permanencesOn(second)).toEqual([])
  expect(await asideOperations(first.store)).toMatchObject([{ record: permanence, reason: 'malformed' }])
  expect(await transferFacts(first.store)).toMatchObject({ pending: 0, aside: 1 })

  gate.isClosed = false
  await isUpdated(first)
  for (const tablet of [first, second, first]) expect(await tablet.syncs()).toBe(true)

  const log = await logOf(server)
  expect(ids.map((id) => log.get(id))).toEqual([1, 1])
  expect(await transferFacts(first.store)).toMatchObject({ pending: 0, aside: 0, held: 0, allSent: true })
  for (const tablet of [first, second]) {
    expect(await permanencesOn(tablet)).toEqual([permanence])
    expect((await visitById(tablet.store, visit.record))?.facts.eventId).toBe(permanence)
  }
})

/** A server of an earlier version, which cannot read an event, while the gate is closed. */
function refusingEvents(fetch: Fetch, gate: { readonly isClosed: boolean }): Fetch {
  return async (path, init) => {
    const event = path === paths.operations && gate.isClosed ? eventIn(init) : undefined
    if (event === undefined) return fetch(path, init)
    return new Response(JSON.stringify({ code: 'malformed', requestId: 'r', id: event }), {
      status: 400,
      headers: { 'content-type': 'application/json; charset=utf-8', [protocolHeader]: '1' },
    })
  }
}

function eventIn(init: RequestInit = {}): string | undefined {
  const bytes = Buffer.from(init.body as Uint8Array<ArrayBuffer>)
  const isZipped = new Headers(init.headers).get('content-encoding') === 'gzip'
  const { operations } = JSON.parse((isZipped ? gunzipSync(bytes) : bytes).toString('utf8')) as {
    readonly operations: readonly { readonly id: string; readonly kind: string }[]
  }
  return operations.find(({ kind }) => kind === 'event')?.id
}

/** What was set aside was last tried by an earlier version of the application. */
function isUpdated({ store }: SyncedDevice): Promise<void> {
  return store.write(['outbox'], 'strict', async (tx) => {
    const aside = await tx.outbox.inState('aside')
    await tx.outbox.put(aside.map((row) => ({ ...row, triedBy: '0.0.1' })))
  })
}
