import { describe, expect, test } from 'vitest'
import type { Sent } from './sent.ts'
import type { Draft, Store, StoredOperation, StoredRecord, TableName } from './store.ts'
import { anId, here, testDay } from './testDevice.ts'
import { stores } from './testStores.ts'

const everything: readonly TableName[] = ['records', 'outbox', 'quarantine', 'meta', 'drafts']

function aRecord(more: Partial<StoredRecord> = {}): StoredRecord {
  return { id: anId(), kind: 'visit', row: null, gen: 1, place: here.placeId, day: testDay, ...more }
}

function anOperation(more: Partial<StoredOperation> = {}): Omit<StoredOperation, 'n'> {
  const base = { id: anId(), record: anId(), day: testDay, body: '{}', hash: 'h', writer: anId() }
  return { ...base, seq: 1, ...more }
}

/** Adds operations and answers their places. */
async function adds(
  store: Store,
  ...rows: readonly Omit<StoredOperation, 'n'>[]
): Promise<readonly number[]> {
  await store.write(['outbox'], 'strict', (tx) => tx.outbox.add(rows))
  const found = await store.read(['outbox'], (tx) => tx.outbox.withIds(rows.map(({ id }) => id)))
  return found.map(({ n }) => n)
}

const advances = (store: Store, sent: Sent) =>
  store.write(['outbox'], 'relaxed', (tx) => tx.outbox.advance(sent))

function aDraft(): Draft {
  return { record: anId(), kind: 'visit', facts: { minutes: 20 }, by: here.memberId, day: testDay }
}

const put = (store: Store, ...records: readonly StoredRecord[]) =>
  store.write(['records'], 'strict', (tx) => tx.records.put(records))

describe.each(stores)('a store: $name', ({ make }) => {
  test('[SYN-1] a transaction that fails leaves every table as it was', async () => {
    const store = await make()
    const [record, draft] = [aRecord(), aDraft()]
    await store.write(everything, 'strict', async (tx) => {
      await tx.records.put([record])
      await tx.drafts.put([draft])
      await tx.meta.set('app', 'before')
    })

    const failing = store.write(everything, 'strict', async (tx) => {
      await tx.records.put([{ ...record, gen: 9 }, aRecord()])
      await tx.outbox.add([anOperation()])
      await tx.quarantine.put([{ id: 'q', row: null, reason: 'unreadable', day: testDay }])
      await tx.meta.set('app', 'after')
      await tx.drafts.delete([draft.record])
      throw new Error('cut')
    })

    await expect(failing).rejects.toThrow('cut')
    await store.read(everything, async (tx) => {
      expect(await tx.records.page(null, 10)).toEqual([record])
      expect(await tx.outbox.count('pending')).toBe(0)
      expect(await tx.quarantine.count()).toBe(0)
      expect(await tx.meta.get('app')).toBe('before')
      expect(await tx.drafts.all()).toEqual([draft])
    })
  })

  test('[SYN-1] transactions of one moment take turns: none reads what another is changing', async () => {
    const store = await make()
    const count = () =>
      store.write(['meta'], 'strict', async (tx) => {
        const seq = (await tx.meta.get('writer'))?.seq ?? 0
        await tx.meta.set('writer', { id: here.deviceId, seq: seq + 1 })
      })
    await Promise.all(Array.from({ length: 20 }, count))
    expect(await store.read(['meta'], (tx) => tx.meta.get('writer'))).toMatchObject({ seq: 20 })
  })

  test('[SYN-4] the outbox numbers what is added, and refuses an id it has', async () => {
    const store = await make()
    const [first, second] = [anOperation(), anOperation()]
    await store.write(['outbox'], 'strict', (tx) => tx.outbox.add([first, second]))
    const rows = await store.read(['outbox'], (tx) => tx.outbox.inState('pending'))
    expect(rows.map(({ id }) => id)).toEqual([first.id, second.id])
    expect(rows[0]?.n).toBeLessThan(rows[1]?.n ?? 0)

    const again = store.write(['outbox'], 'strict', (tx) => tx.outbox.add([anOperation(), second]))
    await expect(again).rejects.toThrow()
    expect(await store.read(['outbox'], (tx) => tx.outbox.count('pending'))).toBe(2)
  })

  test('[SYN-6] live operations are those pending or acked, of the records asked for, in local order', async () => {
    const store = await make()
    const [one, other] = [anId(), anId()]
    const exception = (state: 'aside' | 'acked' | 'kept') => ({
      record: one,
      exception: { state, ackHead: 9 },
    })
    const places = await adds(
      store,
      anOperation({ record: one, seq: 1 }),
      anOperation({ ...exception('acked'), seq: 2 }),
      anOperation({ ...exception('aside'), seq: 3 }),
      anOperation({ ...exception('kept'), seq: 4 }),
      anOperation({ record: one, seq: 5 }),
      anOperation({ record: other, seq: 6 }),
      anOperation({ record: one, seq: 7 }),
    )
    await advances(store, { ranges: [[places[4] ?? 0, 8]], keptUpTo: places[0] ?? 0 })
    const seqs = (ids: readonly string[]) =>
      store.read(['outbox'], async (tx) => (await tx.outbox.liveOf(ids)).map(({ seq }) => seq))

    expect(await seqs([one])).toEqual([2, 5, 7])
    expect(await seqs([one, other])).toEqual([2, 5, 6, 7])
    // Many records: the answer is the same by the two other roads.
    for (const many of [3, 20]) {
      expect(await seqs([one, other, ...Array.from({ length: many }, anId)])).toEqual([2, 5, 6, 7])
      expect(await seqs(Array.from({ length: many + 8 }, anId))).toEqual([])
    }
    expect(await store.read(['outbox'], (tx) => tx.outbox.ofRecord(one))).toHaveLength(6)
  })

  test('[SYN-7] the state of an operation follows from how far the outbox has gone, or from its exception', async () => {
    const store = await make()
    const aside = { exception: { state: 'aside' as const, ackHead: 0 } }
    const places = await adds(
      store,
      ...[1, 2, 3].map((seq) => anOperation({ seq })),
      anOperation({ ...aside, seq: 4 }),
      anOperation({ seq: 5 }),
    )
    const place = (at: number) => places[at] ?? 0
    await advances(store, {
      ranges: [
        [place(1), 10],
        [place(2), 20],
      ],
      keptUpTo: place(0),
    })

    const states = (['kept', 'acked', 'pending', 'aside'] as const).map(async (state) => {
      const [rows, count] = await store.read(['outbox'], (tx) =>
        Promise.all([tx.outbox.inState(state), tx.outbox.count(state)]),
      )
      expect(count).toBe(rows.length)
      return rows.map(({ seq, ackHead, state: is }) => [seq, ackHead, is])
    })
    expect(await Promise.all(states)).toEqual([
      [[1, 10, 'kept']],
      [
        [2, 10, 'acked'],
        [3, 20, 'acked'],
      ],
      [[5, 0, 'pending']],
      [[4, 0, 'aside']],
    ])
    expect(await store.read(['outbox'], (tx) => tx.outbox.exceptions())).toMatchObject([{ seq: 4 }])
  })

  test('[SYN-4] a row written again keeps its place and stores no state of its own', async () => {
    const store = await make()
    await adds(store, anOperation({ seq: 1 }))
    const pending = await store.read(['outbox'], (tx) => tx.outbox.inState('pending'))
    await store.write(['outbox'], 'strict', (tx) =>
      tx.outbox.put(pending.map((row) => ({ ...row, seq: 7, state: 'kept', ackHead: 99 }))),
    )
    expect(await store.read(['outbox'], (tx) => tx.outbox.inState('pending'))).toMatchObject([
      { seq: 7, state: 'pending', ackHead: 0 },
    ])
  })

  test('[SYN-7] operations are found by id in local order, few or many; what is gone is left out', async () => {
    const store = await make()
    const added = Array.from({ length: 12 }, (_, index) => anOperation({ seq: index + 1 }))
    await adds(store, ...added)
    const ids = added.map(({ id }) => id)
    const found = (asked: readonly string[]) =>
      store.read(['outbox'], async (tx) => (await tx.outbox.withIds(asked)).map(({ seq }) => seq))
    expect(await found(ids.toReversed())).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(await found([ids[3] ?? '', anId(), ids[1] ?? ''])).toEqual([2, 4])
  })

  test('[SYN-10] deleting up to a place spares what lies above and every exception', async () => {
    const store = await make()
    const aside = { exception: { state: 'aside' as const, ackHead: 0 } }
    const rows = [
      anOperation(),
      anOperation(aside),
      anOperation(),
      anOperation(aside),
      anOperation(),
      anOperation(),
    ]
    const places = await adds(store, ...rows)
    await store.write(['outbox'], 'relaxed', (tx) => tx.outbox.deleteUpTo(places[4] ?? 0))
    const left = await store.read(['outbox'], (tx) => tx.outbox.withIds(rows.map(({ id }) => id)))
    expect(left.map(({ n }) => n)).toEqual([places[1], places[3], places[5]])
  })

  test('[SYN-18] a state is read in steps, over the exceptions that lie between', async () => {
    const store = await make()
    const aside = { exception: { state: 'aside' as const, ackHead: 0 } }
    await adds(
      store,
      ...[1, 2, 3, 4, 5, 6].map((seq) => anOperation({ seq, ...(seq === 2 || seq === 3 ? aside : {}) })),
    )
    const first = await store.read(['outbox'], (tx) => tx.outbox.inState('pending', 2))
    const next = await store.read(['outbox'], (tx) => tx.outbox.inState('pending', 2, first.at(-1)?.n))
    expect([...first, ...next].map(({ seq }) => seq)).toEqual([1, 4, 5, 6])
    await store.write(['outbox'], 'strict', (tx) => tx.outbox.delete(first.map(({ n }) => n)))
    expect(await store.read(['outbox'], (tx) => tx.outbox.count('pending'))).toBe(2)
  })

  test('[P-6] the days of a place are read by index, both ends included, and only its own', async () => {
    const store = await make()
    const of = (day: string, place = here.placeId) => aRecord({ day, place })
    const [a, b, c] = [of('2026-03-01'), of('2026-03-31'), of('2026-04-01')]
    await put(store, c, b, a, of('2026-03-02', anId()), aRecord({ kind: 'event', day: '2026-03-02' }))

    const month = await store.read(['records'], (tx) =>
      tx.records.ofDays('visit', here.placeId, '2026-03-01', '2026-03-31'),
    )
    expect(month).toEqual([a, b])
    const latest = await store.read(['records'], (tx) => tx.records.latest('visit', here.placeId, 2))
    expect(latest).toEqual([c, b])
  })

  test('[SYN-6] a record without a place in the index is in no list, and is still found by id', async () => {
    const store = await make()
    const { place: _, day: __, ...deleted } = aRecord()
    const [settings, visit] = [aRecord({ kind: 'member', place: '', day: '' }), aRecord()]
    await put(store, deleted, settings, visit)

    await store.read(['records'], async (tx) => {
      expect(await tx.records.ofKind('visit')).toEqual([visit])
      expect(await tx.records.ofKind('member')).toEqual([settings])
      expect(await tx.records.get(deleted.id)).toEqual(deleted)
      expect(await tx.records.getMany([visit.id, anId(), deleted.id])).toEqual([visit, undefined, deleted])
    })
  })

  test('[SYN-13] the whole table can be walked in steps, by id', async () => {
    const store = await make()
    const records = Array.from({ length: 5 }, () => aRecord()).sort((a, b) => (a.id < b.id ? -1 : 1))
    await put(store, ...records)
    const first = await store.read(['records'], (tx) => tx.records.page(null, 3))
    const rest = await store.read(['records'], (tx) => tx.records.page(first.at(-1)?.id ?? null, 3))
    expect([...first, ...rest]).toEqual(records)
    await store.write(['records'], 'relaxed', (tx) => tx.records.delete(first.map(({ id }) => id)))
    expect(await store.read(['records'], (tx) => tx.records.page(null, 9))).toEqual(rest)
  })

  test('[SEC-37] drafts are kept one per record', async () => {
    const store = await make()
    const draft = aDraft()
    await store.write(['drafts'], 'relaxed', (tx) => tx.drafts.put([draft, aDraft()]))
    await store.write(['drafts'], 'relaxed', (tx) => tx.drafts.put([{ ...draft, facts: { minutes: 30 } }]))
    await store.read(['drafts'], async (tx) => {
      expect(await tx.drafts.count()).toBe(2)
      expect(await tx.drafts.get(draft.record)).toMatchObject({ facts: { minutes: 30 } })
    })
  })
})
