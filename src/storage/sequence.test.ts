import { describe, expect, test } from 'vitest'
import type { PushAnswer, PushResult } from '#protocol/sync.ts'
import { applyPushAnswer } from './applyPushAnswer.ts'
import { asideReceived } from './asideAgain.ts'
import { echo } from './echo.ts'
import { newIncarnation, offerAllAgain } from './newIncarnation.ts'
import { newWriter } from './newWriter.ts'
import { type Batch, nextBatch } from './nextBatch.ts'
import { setAside } from './setAside.ts'
import type { Store } from './store.ts'
import { anId, aRow, aVisit, enrolled, outboxOf, pulls, received, saves, visitFacts } from './testDevice.ts'
import { breaking, stores } from './testStores.ts'
import { asideOperations, recordState, transferFacts } from './transfers.ts'
import { visitById } from './visits.ts'

async function batchOf(store: Store, size = 200): Promise<Batch> {
  const batch = await nextBatch(store, size)
  if (batch === null) throw new Error('nothing to send')
  return batch
}

async function pushes(store: Store, head: number, size = 200): Promise<void> {
  const batch = await batchOf(store, size)
  await applyPushAnswer(store, batch, received(batch, head))
}

const states = async (store: Store) => (await outboxOf(store)).map(({ state }) => state)
const seqs = async (store: Store) => (await outboxOf(store)).map(({ seq }) => seq)

describe.each(stores)('the sequence: $name', ({ make }) => {
  test('[SYN-7] an answer acknowledges the operations it was asked about, and changes no record', async () => {
    const store = await enrolled(await make())
    await saves(store, aVisit(), aVisit(), aVisit())
    const records = await store.read(['records'], (tx) => tx.records.page(null, 10))
    const batch = await batchOf(store, 2)
    const [, second] = batch.operations
    const result: PushResult = {
      id: second?.id ?? '',
      status: 'held',
      code: 'not_allowed',
      records: [anId()],
    }

    expect(await applyPushAnswer(store, batch, received(batch, 7, [result]))).toEqual({
      state: 'applied',
      acked: 2,
    })
    expect(await outboxOf(store)).toMatchObject([
      { state: 'acked', ackHead: 7 },
      { state: 'acked', ackHead: 7, outcome: result },
      { state: 'pending', ackHead: 0 },
    ])
    expect(await store.read(['records'], (tx) => tx.records.page(null, 10))).toEqual(records)
  })

  test('[SYN-7] an operation above what the server received, or not named in the request, stays pending', async () => {
    const store = await enrolled(await make())
    await saves(store, aVisit(), aVisit(), aVisit())
    const batch = await batchOf(store, 2)
    await applyPushAnswer(store, batch, { ...received(batch, 7), acked: 1 })
    expect(await states(store)).toEqual(['acked', 'pending', 'pending'])
    // The server knows more than this request said: nothing is learnt about the rest.
    const next = await batchOf(store, 1)
    await applyPushAnswer(store, next, { ...received(next, 8), acked: 99 })
    expect(await states(store)).toEqual(['acked', 'acked', 'pending'])
  })

  test.each<[string, (store: Store) => Promise<void>, Partial<PushAnswer>]>([
    ['another writer', (store) => newWriter(store, anId()), {}],
    ['another incarnation here', (store) => newIncarnation(store, 2, anId()), {}],
    ['another incarnation there', async () => undefined, { incarnation: 2 }],
  ])('[SYN-7] a late answer is dropped: %s', async (_, meanwhile, change) => {
    const store = await enrolled(await make())
    await saves(store, aVisit())
    const batch = await batchOf(store)
    await meanwhile(store)
    const outcome = await applyPushAnswer(store, batch, { ...received(batch, 7), ...change })
    expect([outcome.state, await states(store)]).toEqual(['stale', ['pending']])
  })

  test('[SYN-7] the same answer twice changes nothing the second time', async () => {
    const store = await enrolled(await make())
    await saves(store, aVisit())
    const batch = await batchOf(store)
    await applyPushAnswer(store, batch, received(batch, 7))
    await pulls(store, { rows: [], head: 7 })
    await echo(store)
    await applyPushAnswer(store, batch, received(batch, 9))
    expect(await outboxOf(store)).toMatchObject([{ state: 'kept', ackHead: 7 }])
  })

  test('[SYN-7] an answer heard again later moves nothing back', async () => {
    const store = await enrolled(await make())
    await saves(store, aVisit(), aVisit(), aVisit())
    const first = await batchOf(store, 1)
    await applyPushAnswer(store, first, received(first, 5))
    await pushes(store, 6, 1)
    await applyPushAnswer(store, first, received(first, 99))
    expect(await outboxOf(store)).toMatchObject([
      { state: 'acked', ackHead: 5 },
      { state: 'acked', ackHead: 6 },
      { state: 'pending' },
    ])
  })

  test('[SYN-7] an answer that would pass over something that waits is not taken', async () => {
    const store = await enrolled(await make())
    await saves(store, aVisit(), aVisit())
    const [first] = await outboxOf(store)
    const beyond = await nextBatch(store, 1, first?.n)
    if (beyond === null) throw new Error('nothing to send')
    expect(await applyPushAnswer(store, beyond, received(beyond, 5))).toEqual({ state: 'applied', acked: 0 })
    expect(await states(store)).toEqual(['pending', 'pending'])
  })

  test('[SYN-9] many operations come back in steps, up to what the pull has passed and no further', async () => {
    const store = await enrolled(await make())
    await saves(store, ...Array.from({ length: 1300 }, () => aVisit()))
    for (const head of [10, 20, 30, 40, 50, 60, 70]) await pushes(store, head)
    await pulls(store, { rows: [], head: 60 })
    await echo(store)
    const count = (state: 'kept' | 'acked') => store.read(['outbox'], (tx) => tx.outbox.count(state))
    expect([await count('kept'), await count('acked')]).toEqual([1200, 100])
  })

  test('[SYN-11] a new writer renumbers what is pending, in local order, and leaves the rest as it is', async () => {
    const store = await enrolled(await make())
    await saves(store, aVisit(), aVisit(), aVisit())
    await pushes(store, 5, 1)
    const [sent, ...before] = await outboxOf(store)
    const writer = anId()
    await newWriter(store, writer)

    const [first, ...after] = await outboxOf(store)
    expect(first).toEqual(sent)
    expect(after).toEqual(before.map((row, index) => ({ ...row, writer, seq: index + 1 })))
    await saves(store, aVisit())
    expect(await seqs(store)).toEqual([1, 1, 2, 3])
  })

  test('[SYN-11] a change of writer that fails half-way leaves the old sequence whole', async () => {
    const store = await enrolled(await make())
    await saves(store, aVisit(), aVisit())
    await pushes(store, 5, 1)
    const before = await outboxOf(store)
    const broken = breaking(store, 'outbox.put', () => new TypeError('cut'))
    await expect(newWriter(broken, anId())).rejects.toThrow('cut')
    expect(await outboxOf(store)).toEqual(before)
    await saves(store, aVisit())
    expect(await seqs(store)).toEqual([1, 2, 3])
  })

  test('[SYN-12] after a restore everything kept is offered again, before the rest, and the feed starts over', async () => {
    const store = await enrolled(await make())
    const [kept, acked, pending] = [aVisit({ minutes: 1 }), aVisit(), aVisit()]
    await saves(store, kept)
    await pushes(store, 3)
    await pulls(store, { rows: [aRow(kept.record, 3, { ...visitFacts, minutes: 2 })], head: 3, backedUp: 1 })
    await echo(store)
    await saves(store, acked)
    await pushes(store, 5)
    await saves(store, pending)
    expect(await states(store)).toEqual(['kept', 'acked', 'pending'])

    const writer = anId()
    await newIncarnation(store, 2, writer)
    const rows = await outboxOf(store)
    expect(rows.map(({ record }) => record)).toEqual([kept.record, acked.record, pending.record])
    expect(rows).toMatchObject([1, 2, 3].map((seq) => ({ state: 'pending', ackHead: 0, writer, seq })))
    const feed = await store.read(['meta'], (tx) => tx.meta.get('feed'))
    expect(feed).toMatchObject({ incarnation: 2, cursor: null, head: 0, backedUp: 0, loading: true })
    // Rows stay on screen, under what is offered again.
    expect(await visitById(store, kept.record)).toMatchObject({ rev: 3, facts: { minutes: 1 } })
  })

  test('[SYN-12] the same restore heard twice is obeyed once', async () => {
    const store = await enrolled(await make())
    await saves(store, aVisit())
    await newIncarnation(store, 2, anId())
    const before = await outboxOf(store)
    await newIncarnation(store, 2, anId())
    expect(await outboxOf(store)).toEqual(before)
  })

  test('[SYN-12] a gap in the sequence offers everything again and keeps the place in the feed', async () => {
    const store = await enrolled(await make())
    await pulls(store, { rows: [], cursor: 'c1', head: 1 })
    await saves(store, aVisit())
    await pushes(store, 3)
    await offerAllAgain(store, anId())
    expect(await states(store)).toEqual(['pending'])
    expect(await store.read(['meta'], (tx) => tx.meta.get('feed'))).toMatchObject({ cursor: 'c1', head: 1 })
  })

  test('[SYN-23] one operation set aside is shown with its reason, and the others go on without a hole', async () => {
    const store = await enrolled(await make())
    const [good, bad, last] = [aVisit(), aVisit(), aVisit()]
    await saves(store, good, bad, last)
    const writer = anId()
    expect(await setAside(store, bad.id, 'malformed', writer)).toBe(true)
    expect(await setAside(store, bad.id, 'malformed', anId())).toBe(false)

    const batch = await batchOf(store)
    expect(batch.writer).toBe(writer)
    expect(batch.operations.map(({ id, seq }) => [id, seq])).toEqual([
      [good.id, 1],
      [last.id, 2],
    ])
    expect(await asideOperations(store)).toMatchObject([
      { id: bad.id, record: bad.record, kind: 'visit', reason: 'malformed' },
    ])
    expect(await transferFacts(store)).toMatchObject({ aside: 1, pending: 2 })
    expect(await recordState(store, bad.record)).toBe('toCorrect')
  })

  test('[SYN-9] an operation received alone, later, waits for its own head like any other', async () => {
    const store = await enrolled(await make())
    const visit = aVisit({ minutes: 3 })
    await saves(store, visit)
    await setAside(store, visit.id, 'malformed', anId())
    const answer = {
      incarnation: 1,
      head: 50,
      backedUp: 0,
      time: '2026-03-12T08:00:00.000Z',
      acked: 1,
      results: [],
    }
    await asideReceived(store, visit.id, anId(), answer)
    for (const [head, state] of [
      [40, 'acked'],
      [60, 'kept'],
    ] as const) {
      await pulls(store, { rows: [], head, cursor: `c${head}` })
      await echo(store)
      expect(await states(store)).toEqual([state])
    }
  })

  test('[SYN-10] what was set aside is never deleted, whatever the server says', async () => {
    const store = await enrolled(await make())
    const visit = aVisit()
    await saves(store, visit)
    await setAside(store, visit.id, 'too_large', anId())
    await pulls(store, { rows: [], head: 900, backedUp: 900 })
    await echo(store)
    expect(await states(store)).toEqual(['aside'])
  })

  test('[SYN-19] a batch holds what it is asked for, in order, and stays within what a body may inflate to', async () => {
    const store = await enrolled(await make())
    expect(await nextBatch(store, 200)).toBeNull()
    const codes = Array.from({ length: 32 }, (_, index) => `code${index}`.padEnd(64, 'x'))
    const fields = Object.fromEntries(codes.map((code) => [`f${code.slice(4, 6).trim()}`, code]))
    const large = () => ({
      ...aVisit(),
      change: { set: fields, add: { procedures: codes, obstacles: codes } },
    })
    await saves(store, ...Array.from({ length: 200 }, large))

    const batch = await batchOf(store)
    const bytes = batch.operations.reduce((sum, { body }) => sum + body.length, 0)
    expect(bytes).toBeLessThan(2 * 1024 * 1024)
    expect(batch.operations.length).toBeGreaterThan(50)
    expect(batch.operations.map(({ seq }) => seq)).toEqual(batch.operations.map((_, index) => index + 1))
    expect((await batchOf(store, 3)).operations).toHaveLength(3)
  })

  test('[SYN-27] where one record is, in one word', async () => {
    const store = await enrolled(await make())
    const visit = aVisit()
    await saves(store, visit)
    expect(await recordState(store, visit.record)).toBe('waiting')
    await pushes(store, 3)
    expect(await recordState(store, visit.record)).toBe('sent')
    const facts = { record: visit.record, field: 'minutes' }
    await pulls(store, {
      rows: [aRow(visit.record, 2), { ...aRow(anId(), 3, facts), kind: 'conflict' }],
      head: 3,
    })
    expect(await recordState(store, visit.record)).toBe('twoValues')
  })
})
