import { expect, test, vi } from 'vitest'
import { limits } from '#protocol/limits.ts'
import { memoryStore } from '#storage/memoryStore.ts'
import type { Store } from '#storage/store.ts'
import { aVisit, enrolled, here, outboxOf, saves } from '#storage/testDevice.ts'
import { asideOperations, transferFacts } from '#storage/transfers.ts'
import { firstBatchSize } from './batchSize.ts'
import { type Exchange, pushAll } from './push.ts'
import { failureOf } from './status.ts'
import {
  type Answering,
  anyKey,
  aServer,
  connectionTo,
  pushed,
  pushIn,
  refuses,
  silence,
  testTimers,
} from './testWorld.ts'

const writer = here.deviceId

async function aDevice(visits: number): Promise<Store> {
  const store = await enrolled(memoryStore(), writer)
  for (let at = 0; at < visits; at += 1) await saves(store, aVisit())
  return store
}

/** Pushes with this server and says how it ended and what each request held. */
async function pushes(store: Store, fetch: ReturnType<typeof aServer>, size = firstBatchSize()) {
  const sent: number[] = []
  const exchange: Exchange = {
    store,
    connection: connectionTo(fetch),
    signer: { deviceId: here.deviceId, key: anyKey },
    signal: new AbortController().signal,
    onSent: (rows) => sent.push(rows),
    onReceived: () => undefined,
  }
  const result = await pushAll(exchange, size)
  const batches = await Promise.all(fetch.asked.map(pushIn))
  return {
    end: result.ok ? 'sent' : failureOf(result.error),
    batches,
    sizes: batches.map(({ operations }) => operations.length),
    sent,
  }
}

/** Refuses the first requests this way, then receives everything. */
function first(times: number, answer: Answering) {
  let asked = 0
  return aServer((request) => {
    asked += 1
    return asked <= times ? answer(request) : undefined
  })
}

const states = async (store: Store) => (await outboxOf(store)).map(({ state }) => state)

test('[SC-18] [SYN-18] everything pending leaves, oldest first, in as few requests as the limits allow', async () => {
  const store = await aDevice(450)
  const before = await outboxOf(store)
  const { end, batches, sizes, sent } = await pushes(store, aServer())

  expect([end, sizes, sent]).toEqual(['sent', [200, 200, 50], [200, 200, 50]])
  const ids = batches.flatMap(({ operations }) => operations.map(({ id }) => id))
  expect(ids).toEqual(before.map(({ id }) => id))
  const seqs = batches.flatMap(({ operations }) => operations.map(({ seq }) => seq))
  expect(seqs).toEqual(before.map((_, index) => index + 1))
  expect(await transferFacts(store)).toMatchObject({ pending: 0, acked: 450 })
})

test('[SYN-60] a server that received only a part is sent what follows that part', async () => {
  const store = await aDevice(450)
  let asked = 0
  const fetch = aServer(async (request) => {
    asked += 1
    const { operations } = await pushIn(request)
    return asked === 1 ? pushed({ acked: (operations.at(0)?.seq ?? 0) + 149 }) : undefined
  })
  const { end, batches } = await pushes(store, fetch)
  expect(end).toBe('sent')
  expect(batches.map(({ operations }) => operations[0]?.seq)).toEqual([1, 151, 351])
})

test('[SYN-53] a push says who writes, in which incarnation, from where, and the bodies as they were hashed', async () => {
  const store = await aDevice(1)
  const fetch = aServer()
  const { batches } = await pushes(store, fetch)
  const [row] = await outboxOf(store)
  expect(batches[0]).toEqual({
    incarnation: 1,
    writer,
    app: expect.any(String),
    now: '2026-03-12T08:00:00.000Z',
    seen: null,
    operations: [{ ...JSON.parse(row?.body ?? ''), seq: 1 }],
  })
  expect(fetch.asked[0]).toMatchObject({ method: 'POST', path: '/api/sync/v1/operations' })
})

test.each([
  [400, 'malformed', {}, 'serverFailed'],
  [401, 'unauthenticated', {}, 'deviceUnknown'],
  [403, 'device_revoked', { revocation: 'unsigned' }, 'deviceRefused'],
  [404, 'unknown', {}, 'serverFailed'],
  [409, 'server_restored', { incarnation: 1 }, 'serverFailed'],
  [409, 'something_new', {}, 'serverFailed'],
  [426, 'upgrade_required', { minimum: '9.0.0' }, 'upgradeRequired'],
  [429, 'busy', {}, 'serverBusy'],
  [503, 'restore_unfinished', {}, 'serverRestoring'],
  [500, 'failed', {}, 'serverFailed'],
  [408, 'timeout', {}, 'serverFailed'],
] as const)(
  '[SYN-76] %i %s %j: the outbox keeps its operations, and it is told as « %s »',
  async (status, code, more, word) => {
    const store = await aDevice(3)
    const before = await outboxOf(store)
    const { end } = await pushes(
      store,
      aServer(() => refuses(status, code, more)),
    )
    expect(end).toBe(word)
    expect(await outboxOf(store)).toEqual(before)
  },
)

test('[SYN-23] [SC-22] an operation the server cannot read is set aside, and the others go on under a new writer', async () => {
  const store = await aDevice(10)
  const bad = (await outboxOf(store))[3]?.id
  const fetch = first(1, () => refuses(400, 'malformed', { id: bad }))
  const { end, sizes, batches } = await pushes(store, fetch)

  expect([end, sizes]).toEqual(['sent', [10, 9]])
  expect(await asideOperations(store)).toMatchObject([{ id: bad, reason: 'malformed' }])
  const again = batches[1]
  expect(again?.writer).not.toBe(writer)
  expect(again?.operations.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('[SC-20] an operation whose id the server knows with other content is set aside, visible', async () => {
  const store = await aDevice(3)
  const reused = (await outboxOf(store))[1]?.id
  const { end } = await pushes(
    store,
    first(1, () => refuses(409, 'operation_reused', { id: reused })),
  )
  expect(end).toBe('sent')
  expect(await asideOperations(store)).toMatchObject([{ id: reused, reason: 'operation_reused' }])
})

test('[SYN-23] a name that was not in the request sets nothing aside', async () => {
  const store = await aDevice(3)
  const { end } = await pushes(
    store,
    aServer(() => refuses(400, 'malformed', { id: here.siteId })),
  )
  expect(end).toBe('serverFailed')
  expect(await states(store)).toEqual(['pending', 'pending', 'pending'])
})

test('[SC-24] too large is halved until it passes, and one too large alone is set aside', async () => {
  const store = await aDevice(40)
  const large = (await outboxOf(store))[13]?.id
  const fetch = aServer(async (asked) => {
    const { operations } = await pushIn(asked)
    return operations.some(({ id }) => id === large) ? refuses(413, 'too_large') : undefined
  })
  const { end, sizes } = await pushes(store, fetch)

  expect(end).toBe('sent')
  expect(await asideOperations(store)).toMatchObject([{ id: large, reason: 'too_large' }])
  expect((await states(store)).filter((state) => state === 'acked')).toHaveLength(39)
  // I13: found in about as many requests as halvings.
  expect(sizes.length).toBeLessThan(2 * Math.log2(limits.pushOperations) + 4)
})

test('[SYN-19] a failing server halves the batch for the next round, a success doubles it', async () => {
  const store = await aDevice(120)
  const size = firstBatchSize()
  expect(
    (
      await pushes(
        store,
        aServer(() => refuses(500, 'failed')),
        size,
      )
    ).sizes,
  ).toEqual([120])
  expect(
    (
      await pushes(
        store,
        aServer(() => refuses(502, 'failed')),
        size,
      )
    ).sizes,
  ).toEqual([60])
  expect((await pushes(store, aServer(), size)).sizes).toEqual([30, 60, 30])
})

test('[SYN-19] so does an answer that does not come in time', async () => {
  const store = await aDevice(8)
  const size = firstBatchSize()
  const time = testTimers()
  const fetch = aServer(silence)
  const exchange: Exchange = {
    store,
    connection: connectionTo(fetch, time),
    signer: { deviceId: here.deviceId, key: anyKey },
    signal: new AbortController().signal,
    onSent: () => undefined,
    onReceived: () => undefined,
  }
  const pushing = pushAll(exchange, size)
  await vi.waitFor(() => expect(fetch.asked).toHaveLength(1))
  await time.pass(40_000)
  expect(await pushing).toEqual({ ok: false, error: { type: 'noAnswer', timedOut: true } })
  expect(size.operations).toBe(4)
})

test('[SYN-11] a sequence that belongs to another memory starts again under a new writer', async () => {
  const store = await aDevice(3)
  const { end, batches } = await pushes(
    store,
    first(1, () => refuses(409, 'sequence_conflict', { acked: 2 })),
  )
  expect(end).toBe('sent')
  expect(batches.map(({ writer }) => writer === here.deviceId)).toEqual([true, false])
  expect(batches[1]?.operations.map(({ seq }) => seq)).toEqual([1, 2, 3])
})

test('[SYN-12] a server restored from a backup is offered everything again', async () => {
  const store = await aDevice(2)
  await pushes(store, aServer())
  await saves(store, aVisit())
  const before = await outboxOf(store)
  const server = aServer(async (asked) => {
    const { incarnation, operations } = await pushIn(asked)
    if (incarnation !== 2) return refuses(409, 'server_restored', { incarnation: 2 })
    return pushed({ incarnation: 2, acked: operations.at(-1)?.seq ?? 0 })
  })
  const { end, batches } = await pushes(store, server)
  expect(end).toBe('sent')
  expect(batches.at(-1)?.operations.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
})

test('[SYN-12] a gap in the sequence offers everything again', async () => {
  const store = await aDevice(2)
  await pushes(store, aServer())
  await saves(store, aVisit())
  const { end, sizes } = await pushes(
    store,
    first(1, () => refuses(409, 'sequence_gap', { acked: 0 })),
  )
  expect([end, sizes]).toEqual(['sent', [1, 3]])
})

test.each(['sequence_gap', 'sequence_conflict'])(
  '[SYN-76] a server that answers %s for ever is its own failure, not a loop',
  async (code) => {
    const store = await aDevice(2)
    const { end, sizes } = await pushes(
      store,
      aServer(() => refuses(409, code, { acked: 0 })),
    )
    expect(end).toBe('serverFailed')
    expect(sizes.length).toBeLessThan(20)
    expect(await states(store)).toEqual(['pending', 'pending'])
  },
)

test('[SYN-76] a server that acknowledges nothing is its own failure, not a loop', async () => {
  const store = await aDevice(2)
  const { end, sizes } = await pushes(
    store,
    aServer(() => pushed({ acked: 0 })),
  )
  expect(end).toBe('serverFailed')
  expect(sizes.length).toBeLessThan(20)
})
