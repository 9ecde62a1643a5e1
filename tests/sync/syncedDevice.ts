import { sign } from 'node:crypto'
import type { Id } from '#domain/ids.ts'
import { memoryStore, type Snapshot } from '#storage/memoryStore.ts'
import { openRecord } from '#storage/openRecord.ts'
import { type Intent, saveIntention } from '#storage/save.ts'
import type { OutboxRow, StoredRecord } from '#storage/store.ts'
import { writeEnrolment } from '#storage/writeEnrolment.ts'
import { type BatchSize, firstBatchSize } from '#sync/batchSize.ts'
import { trustedClock } from '#sync/clock.ts'
import { offerAside } from '#sync/offerAside.ts'
import { pullAll } from '#sync/pull.ts'
import { type Exchange, pushAll } from '#sync/push.ts'
import type { Fetch } from '#sync/signedFetch.ts'
import { anId, type TestDevice, type TestServer, testDay } from '../server/startServer.ts'

/** What the network does to one request. `late` delivers it, but its answer is lost. */
export type Weather = 'fair' | 'lost' | 'late' | 'portal'

/** A device in memory, whose requests reach the real server of this process through a bad network. */
export interface SyncedDevice {
  readonly store: ReturnType<typeof memoryStore>
  readonly saves: (...intents: readonly Omit<Intent, 'base'>[]) => Promise<readonly Id[]>
  /** One exchange; the weather of each request in turn, then fair. */
  readonly syncs: (...weather: readonly Weather[]) => Promise<boolean>
  readonly outbox: () => Promise<readonly OutboxRow[]>
  readonly records: () => Promise<readonly StoredRecord[]>
  readonly snapshot: () => Snapshot
  readonly restore: (snapshot: Snapshot) => void
}

/** Enrols a memory store as a device that the server already knows; one that was a device before may be given. */
export async function syncedDevice(
  server: TestServer,
  device: TestDevice,
  store = memoryStore(),
): Promise<SyncedDevice> {
  const size: BatchSize = firstBatchSize()
  const clocks = { wall: () => server.clock.now, monotonic: () => server.clock.now }
  const clock = trustedClock(clocks, null, () => 45)
  clock.learn(server.clock.now)
  await writeEnrolment(store, {
    device: {
      deviceId: device.device,
      networkId: device.network,
      siteId: device.site,
      founderId: device.founder,
      label: null,
      placeId: null,
    },
    gate: { v: 1, kdf: { alg: 'PBKDF2-SHA-256', iterations: 600_000, salt: '' }, iv: '', ct: '', tries: 0 },
    incarnation: device.incarnation,
    writer: anId(),
    time: { offset: 0, mark: 0, server: 0 },
  })
  const key = {
    sign: async (text: string) =>
      sign('sha256', Buffer.from(text), { key: device.privateKey, dsaEncoding: 'ieee-p1363' }).toString(
        'base64',
      ),
  }
  const exchange = (fetch: Fetch): Exchange => ({
    store,
    connection: { fetch, clock, timers: { after: () => () => undefined }, random: server.random },
    signer: { deviceId: device.device, key },
    signal: new AbortController().signal,
    onSent: () => undefined,
    onReceived: () => undefined,
  })
  return {
    store,
    snapshot: store.snapshot,
    restore: store.restore,
    saves: async (...intents) => {
      const operations = await Promise.all(
        intents.map(async (intent) => ({
          ...intent,
          base: (await openRecord(store, intent.record))?.base ?? 0,
        })),
      )
      const saved = await saveIntention(store, { operations, by: device.founder, day: testDay })
      if (!saved.ok) throw new Error(saved.error.type)
      return saved.value.operations
    },
    syncs: async (...weather) => {
      const through = exchange(under(weather, server.fetch))
      const pushed = await pushAll(through, size)
      if (pushed.ok) await offerAside(through)
      const pulled = await pullAll(through)
      return pushed.ok && pulled.ok && pulled.value === 'complete'
    },
    outbox: () =>
      store.read(['outbox'], async (tx) => {
        const rows = await Promise.all(
          (['pending', 'acked', 'kept', 'aside'] as const).map((state) => tx.outbox.inState(state)),
        )
        return rows.flat().sort((left, right) => left.n - right.n)
      }),
    records: () => store.read(['records'], (tx) => tx.records.page(null, 10_000)),
  }
}

function under(weather: readonly Weather[], fetch: TestServer['fetch']): Fetch {
  const coming = [...weather]
  return async (path, init) => {
    switch (coming.shift() ?? 'fair') {
      case 'fair':
        return fetch(path, init)
      case 'lost':
        throw new TypeError('Failed to fetch')
      case 'late':
        await fetch(path, init)
        throw new TypeError('Failed to fetch')
      case 'portal':
        return new Response('<html>', { headers: { 'content-type': 'text/html' } })
    }
  }
}

/** Every operation id in the server's log, with how many times it is there. */
export async function logOf(server: TestServer): Promise<ReadonlyMap<string, number>> {
  const rows = await server.store.read((tx) => tx.all<{ id: string }>('select id from operation'))
  return new Map(rows.map(({ id }) => [id, rows.filter((row) => row.id === id).length]))
}
