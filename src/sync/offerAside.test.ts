import { expect, test } from 'vitest'
import { asideToOffer } from '#storage/asideAgain.ts'
import { memoryStore } from '#storage/memoryStore.ts'
import { setAside } from '#storage/setAside.ts'
import type { Store } from '#storage/store.ts'
import { anId, aVisit, enrolled, here, outboxOf, saves } from '#storage/testDevice.ts'
import { asideOperations } from '#storage/transfers.ts'
import { visitById } from '#storage/visits.ts'
import { offerAside } from './offerAside.ts'
import type { Exchange } from './push.ts'
import { anyKey, aServer, connectionTo, pushIn, refuses } from './testWorld.ts'

/** One operation set aside by an earlier version, and one saved after it. */
async function aDevice() {
  const store = await enrolled(memoryStore())
  const visit = aVisit({ minutes: 12 })
  await saves(store, visit, aVisit())
  await setAside(store, visit.id, 'malformed', anId())
  const [row] = await store.read(['outbox'], (tx) => tx.outbox.inState('aside'))
  if (row === undefined) throw new Error('nothing aside')
  await store.write(['outbox'], 'strict', (tx) => tx.outbox.put([{ ...row, triedBy: '0.0.1' }]))
  return { store, visit }
}

const exchangeOf = (store: Store, fetch: ReturnType<typeof aServer>): Exchange => ({
  store,
  connection: connectionTo(fetch),
  signer: { deviceId: here.deviceId, key: anyKey },
  signal: new AbortController().signal,
  onSent: () => undefined,
  onReceived: () => undefined,
})

test('[SYN-23] after an update, what was set aside is offered alone, under a writer of its own', async () => {
  const { store, visit } = await aDevice()
  const fetch = aServer()
  await offerAside(exchangeOf(store, fetch))

  const [asked] = fetch.asked
  const batch = asked && (await pushIn(asked))
  const pending = (await outboxOf(store)).find(({ state }) => state === 'pending')
  expect(batch?.operations).toMatchObject([{ id: visit.id, seq: 1 }])
  expect(batch?.writer).not.toBe(pending?.writer)
  expect(pending).toMatchObject({ seq: 1 })
  expect(await asideOperations(store)).toEqual([])
  expect((await visitById(store, visit.record))?.facts.minutes).toBe(12)
  expect(await outboxOf(store)).toMatchObject([{ state: 'acked', ackHead: 5 }, { state: 'pending' }])
})

test('[SYN-23] refused again, it stays visible and is not offered before the next update', async () => {
  const { store, visit } = await aDevice()
  const fetch = aServer(() => refuses(400, 'malformed', { id: visit.id }))
  await offerAside(exchangeOf(store, fetch))
  await offerAside(exchangeOf(store, fetch))
  expect(fetch.asked).toHaveLength(1)
  expect(await asideOperations(store)).toMatchObject([{ id: visit.id }])
  expect(await asideToOffer(store, '99.0.0')).toMatchObject({ id: visit.id })
})

test('[SYN-23] a bad moment says nothing about it: it is offered at the next round', async () => {
  const { store } = await aDevice()
  await offerAside(
    exchangeOf(
      store,
      aServer(() => refuses(503, 'busy')),
    ),
  )
  expect(await asideToOffer(store)).toBeDefined()
})

test('[SYN-23] the version that set it aside does not offer it again', async () => {
  const store = await enrolled(memoryStore())
  const visit = aVisit()
  await saves(store, visit)
  await setAside(store, visit.id, 'too_large', anId())
  expect(await asideToOffer(store)).toBeUndefined()
})
