import { describe, expect, test } from 'vitest'
import { applyPushAnswer } from './applyPushAnswer.ts'
import { echo, forgetCovered } from './echo.ts'
import { newIncarnation } from './newIncarnation.ts'
import { nextBatch } from './nextBatch.ts'
import { openRecord } from './openRecord.ts'
import { rebuildViews } from './rebuildViews.ts'
import { resetCursor } from './resetCursor.ts'
import { retryQuarantine } from './retryQuarantine.ts'
import type { Store, StoredRecord } from './store.ts'
import { sweep } from './sweep.ts'
import {
  anId,
  aRow,
  aVisit,
  enrolled,
  here,
  outboxOf,
  pulls,
  received,
  saves,
  testDay,
  visitFacts,
} from './testDevice.ts'
import { breaking, stores } from './testStores.ts'
import { heldRecords, quarantinedRows, transferFacts } from './transfers.ts'
import { visitById, visitsOfDay } from './visits.ts'

const feedOf = (store: Store) => store.read(['meta'], (tx) => tx.meta.get('feed'))
const recordsOf = (store: Store) => store.read(['records'], (tx) => tx.records.page(null, 100))
const edit = (record: string, minutes: number, base = 0) => ({
  kind: 'visit',
  record,
  base,
  change: { set: { minutes } },
})

/** Sends everything pending, as one request that the server received under this head. */
async function pushes(store: Store, head: number): Promise<void> {
  const batch = await nextBatch(store, 200)
  if (batch !== null) await applyPushAnswer(store, batch, received(batch, head))
}

/** The end of a pull: what `pullAll` does after the last page. */
async function settles(store: Store): Promise<void> {
  await echo(store)
  await forgetCovered(store)
  await sweep(store)
}

describe.each(stores)('receiving: $name', ({ make }) => {
  test('[SYN-8] rows, views and cursor of a page are stored together, or none of them', async () => {
    const store = await enrolled(await make())
    const [one, bad] = [aRow(anId(), 1), { id: anId(), rev: 'no' }]
    for (const step of ['records.put', 'quarantine.put', 'meta.set']) {
      const broken = breaking(store, step, () => new TypeError('cut'))
      await expect(pulls(broken, { rows: [one, bad] })).rejects.toThrow('cut')
      expect(await recordsOf(store)).toEqual([])
      expect((await feedOf(store))?.cursor).toBeNull()
      expect(await quarantinedRows(store)).toEqual([])
    }
    expect(await pulls(store, { rows: [one, bad], cursor: 'c1', head: 1 })).toBe('applied')
    expect(await recordsOf(store)).toHaveLength(1)
    expect(await feedOf(store)).toMatchObject({ cursor: 'c1', head: 1, maxRev: 1, loading: false })
  })

  test('[SYN-8] a page asked with another cursor, or of an older incarnation, changes nothing', async () => {
    const store = await enrolled(await make())
    await pulls(store, { rows: [aRow(anId(), 1)], cursor: 'c1' })
    const before = [await recordsOf(store), await feedOf(store)]

    expect(await pulls(store, { rows: [aRow(anId(), 2)], asked: null })).toBe('discarded')
    expect(await pulls(store, { rows: [aRow(anId(), 2)], incarnation: 0 })).toBe('discarded')
    expect(await pulls(store, { rows: [aRow(anId(), 2)], incarnation: 2 })).toBe('newIncarnation')
    expect([await recordsOf(store), await feedOf(store)]).toEqual(before)
  })

  test('[SYN-8] a row with a rev below the known one is ignored and counted', async () => {
    const store = await enrolled(await make())
    const id = anId()
    await pulls(store, { rows: [aRow(id, 9, { ...visitFacts, minutes: 90 })], cursor: 'c1' })
    await pulls(store, { rows: [aRow(id, 4, { ...visitFacts, minutes: 40 })], cursor: 'c2' })
    expect(await visitById(store, id)).toMatchObject({ rev: 9, facts: { minutes: 90 } })
    expect((await feedOf(store))?.ignored).toBe(1)
    // Nor does an old tombstone bring anything down.
    await pulls(store, { rows: [{ id, kind: 'visit', rev: 5, deleted: true }] })
    expect(await visitById(store, id)).toMatchObject({ rev: 9 })
  })

  test('[SC-32] a pulled row does not overwrite a local edit: the view has both', async () => {
    const store = await enrolled(await make())
    const id = anId()
    await pulls(store, { rows: [aRow(id, 1, { ...visitFacts, minutes: 10, ageBand: '60+' })], cursor: 'c1' })
    await saves(store, edit(id, 20, 1))
    await pulls(store, { rows: [aRow(id, 2, { ...visitFacts, minutes: 15, ageBand: '26-39' })] })

    expect(await visitById(store, id)).toMatchObject({ rev: 2, facts: { minutes: 20, ageBand: '26-39' } })
    expect(await outboxOf(store)).toMatchObject([{ state: 'pending' }])
  })

  test('[SYN-9] an operation leaves the overlay only with a complete pull that passed its head', async () => {
    const store = await enrolled(await make())
    const id = anId()
    await pulls(store, { rows: [aRow(id, 1)], cursor: 'c1', head: 1 })
    await saves(store, edit(id, 20, 1))
    await pushes(store, 5)
    expect(await outboxOf(store)).toMatchObject([{ state: 'acked', ackHead: 5 }])

    // The row came, but the pull is not complete: the record may have moved forward meanwhile.
    await pulls(store, { rows: [aRow(id, 3)], cursor: 'c2', head: 9, complete: false })
    await settles(store)
    expect((await visitById(store, id))?.facts.minutes).toBe(20)
    // Complete, but of before the operation was received.
    await pulls(store, { rows: [], cursor: 'c3', head: 4 })
    await settles(store)
    expect(await outboxOf(store)).toMatchObject([{ state: 'acked' }])
    expect((await visitById(store, id))?.facts.minutes).toBe(20)

    await pulls(store, { rows: [aRow(id, 6, { ...visitFacts, minutes: 21 })], head: 6 })
    await settles(store)
    expect(await outboxOf(store)).toMatchObject([{ state: 'kept' }])
    expect((await visitById(store, id))?.facts.minutes).toBe(21)
  })

  test('[SYN-10] a kept operation goes when a backup covers it; no answer deletes a pending one', async () => {
    const store = await enrolled(await make())
    await saves(store, aVisit(), aVisit())
    const batch = await nextBatch(store, 1)
    if (batch === null) throw new Error('nothing to send')
    await applyPushAnswer(store, batch, received(batch, 5))
    await pulls(store, { rows: [], head: 5, cursor: 'c1', backedUp: 4 })
    await settles(store)
    expect((await outboxOf(store)).map(({ state }) => state)).toEqual(['kept', 'pending'])

    await pulls(store, { rows: [], head: 900, cursor: 'c2', backedUp: 900 })
    await settles(store)
    expect((await outboxOf(store)).map(({ state }) => state)).toEqual(['pending'])
  })

  test('[SYN-13] a snapshot replaces the rows of before, except those with live operations', async () => {
    const store = await enrolled(await make())
    const [stays, goes, edited] = [anId(), anId(), anId()]
    await pulls(store, { rows: [aRow(stays, 1), aRow(goes, 2), aRow(edited, 3)], cursor: 'c1', head: 3 })
    await saves(store, edit(edited, 20, 3))
    await resetCursor(store, 'c1')
    expect(await feedOf(store)).toMatchObject({ cursor: null, loading: true })

    await pulls(store, { rows: [aRow(stays, 1)], cursor: 's1', head: 9, complete: false })
    await settles(store)
    // Everything stays on screen until the snapshot is complete.
    expect((await visitsOfDay(store, here.placeId, testDay)).map(({ id }) => id)).toHaveLength(3)
    await pulls(store, { rows: [], cursor: 's2', head: 9 })
    await settles(store)
    expect((await recordsOf(store)).map(({ id }) => id).sort()).toEqual([stays, edited].sort())

    await pushes(store, 12)
    await pulls(store, { rows: [], head: 12 })
    await settles(store)
    expect((await recordsOf(store)).map(({ id }) => id)).toEqual([stays])
  })

  test('[SYN-13] a reset that another tab has made already is not made twice', async () => {
    const store = await enrolled(await make())
    await pulls(store, { rows: [], cursor: 'c1' })
    await resetCursor(store, 'c1')
    const gen = (await feedOf(store))?.gen
    await resetCursor(store, 'c1')
    expect((await feedOf(store))?.gen).toBe(gen)
  })

  test('[SYN-12] after a restore of the server an older rev is news, not a fault', async () => {
    const store = await enrolled(await make())
    const id = anId()
    await pulls(store, { rows: [aRow(id, 9, { ...visitFacts, minutes: 90 })] })
    await newIncarnation(store, 2, anId())
    await pulls(store, { rows: [aRow(id, 4, { ...visitFacts, minutes: 40 })], incarnation: 2 })
    expect(await visitById(store, id)).toMatchObject({ rev: 4, facts: { minutes: 40 } })
    expect((await feedOf(store))?.ignored).toBe(0)
  })

  test('[SYN-86] a tombstone takes the record from the lists and leaves what an undo needs', async () => {
    const store = await enrolled(await make())
    const id = anId()
    await pulls(store, { rows: [aRow(id, 1, { ...visitFacts, minutes: 30 })], cursor: 'c1', head: 1 })
    await pulls(store, { rows: [{ id, kind: 'visit', rev: 2, deleted: true }], cursor: 'c2', head: 2 })

    expect(await visitsOfDay(store, here.placeId, testDay)).toEqual([])
    const opened = await openRecord(store, id)
    expect(opened).toMatchObject({ base: 2, view: { deleted: true, facts: { minutes: 30 } } })
    await saves(store, { kind: 'visit', record: id, base: 2, act: 'restore' })
    expect(await visitById(store, id)).toMatchObject({ facts: { minutes: 30 } })
    // An edit of before does not: the server will hold it.
    await saves(store, edit(id, 5, 2))
    expect(await visitById(store, id)).toMatchObject({ facts: { minutes: 5 } })
  })

  test('[SYN-86] an edit of a record deleted elsewhere does not make it look alive', async () => {
    const store = await enrolled(await make())
    const id = anId()
    await pulls(store, { rows: [aRow(id, 1)], cursor: 'c1', head: 1 })
    await saves(store, edit(id, 5, 1))
    await pulls(store, { rows: [{ id, kind: 'visit', rev: 2, deleted: true }] })
    expect(await visitById(store, id)).toBeNull()
    expect(await outboxOf(store)).toMatchObject([{ state: 'pending' }])
  })

  test('[SC-34] a record that left the scope goes, unless something waits on it', async () => {
    const store = await enrolled(await make())
    const [free, edited] = [anId(), anId()]
    await pulls(store, { rows: [aRow(free, 1), aRow(edited, 2)], cursor: 'c1', head: 2 })
    await saves(store, edit(edited, 20, 2))
    await pulls(store, {
      rows: [
        { id: free, rev: 3, gone: true },
        { id: edited, rev: 4, gone: true },
      ],
      cursor: 'c2',
      head: 4,
    })
    expect((await recordsOf(store)).map(({ id }) => id)).toEqual([edited])

    await pushes(store, 6)
    await pulls(store, { rows: [], cursor: 'c3', head: 6 })
    await settles(store)
    expect(await recordsOf(store)).toEqual([])
    await pulls(store, { rows: [aRow(free, 7)], head: 7 })
    expect((await recordsOf(store)).map(({ id }) => id)).toEqual([free])
  })

  test('[SEC-92] an erasure leaves no fact on the device', async () => {
    const store = await enrolled(await make())
    const id = anId()
    await pulls(store, { rows: [aRow(id, 1, { ...visitFacts, minutes: 477 })], cursor: 'c1' })
    await pulls(store, { rows: [{ id, kind: 'visit', rev: 2, erasedOn: testDay }] })
    expect(JSON.stringify(await recordsOf(store))).not.toContain('"minutes"')
    expect(await visitById(store, id)).toBeNull()
  })

  test('[SYN-6] views are a pure function of rows and live operations: rebuilt, they are the same', async () => {
    const store = await enrolled(await make())
    const ids = [anId(), anId(), anId()]
    const [first = '', second = '', third = ''] = ids
    await pulls(store, { rows: ids.map((id, index) => aRow(id, index + 1)), cursor: 'c1', head: 3 })
    await saves(store, edit(first, 20, 1), { kind: 'visit', record: second, base: 2, act: 'delete' })
    await saves(store, edit(first, 25, 1), aVisit())
    await pulls(store, { rows: [aRow(third, 9), aRow(first, 10)] })

    const before = await recordsOf(store)
    await store.write(['records', 'outbox'], 'strict', (tx) =>
      rebuildViews(
        tx,
        before.map(({ id }) => id),
        1,
        { siteId: here.siteId, oldestGen: 1 },
      ),
    )
    expect(await recordsOf(store)).toEqual(before satisfies readonly StoredRecord[])
  })
})

describe.each(stores)('quarantine: $name', ({ make }) => {
  const hostile: readonly unknown[] = [
    null,
    'row',
    { rev: 3 },
    { id: anId(), kind: 'visit', schema: 1, rev: -1, siteId: null, facts: {} },
    { id: anId(), kind: 'visit', schema: 1, rev: Number.NaN, siteId: null, facts: {} },
    { ...aRow(anId(), 4), facts: [] },
    { ...aRow(anId(), 5), facts: { minutes: { deep: 1 } } },
    { ...aRow(anId(), 6), facts: { procedures: [1] } },
    { ...aRow(anId(), 7), facts: JSON.parse('{"__proto__":"x"}') },
    { ...aRow(anId(), 8), kind: 'hologram' },
  ]

  test('[SEC-77] rows that cannot be read are set apart with their reason, and the others applied', async () => {
    const store = await enrolled(await make())
    const good = aRow(anId(), 9)
    expect(await pulls(store, { rows: [...hostile, good] })).toBe('applied')

    expect((await recordsOf(store)).map(({ id }) => id)).toEqual([good.id])
    const apart = await quarantinedRows(store)
    expect(apart).toHaveLength(hostile.length)
    expect(apart.filter(({ reason }) => reason === 'kindUnknown')).toMatchObject([
      { kind: 'hologram', day: testDay },
    ])
    expect((await transferFacts(store)).quarantined).toBe(hostile.length)
  })

  test('[SC-64] a row of another site is not stored, only counted', async () => {
    const store = await enrolled(await make())
    const foreign = { ...aRow(anId(), 1), siteId: anId(), facts: { ...visitFacts, minutes: 311 } }
    await pulls(store, { rows: [foreign] })
    expect(await recordsOf(store)).toEqual([])
    expect(await quarantinedRows(store)).toEqual([
      { id: foreign.id, kind: null, reason: 'foreignSite', day: testDay },
    ])
    const stored = await store.read(['quarantine'], (tx) => tx.quarantine.all())
    expect(JSON.stringify(stored)).not.toContain('311')
  })

  test('[SEC-78] a row nested without end is set apart without being kept', async () => {
    const store = await enrolled(await make())
    let deep: unknown = 1
    for (let at = 0; at < 10_000; at += 1) deep = [deep]
    await pulls(store, { rows: [{ ...aRow(anId(), 1), facts: { deep } }, aRow(anId(), 2)] })
    expect(await recordsOf(store)).toHaveLength(1)
    expect(await store.read(['quarantine'], (tx) => tx.quarantine.all())).toMatchObject([{ row: null }])
  })

  test('[SYN-14] after an update the rows of the quarantine are tried again, and never lower a rev', async () => {
    const store = await enrolled(await make())
    const [late, older] = [aRow(anId(), 5), aRow(anId(), 6, { ...visitFacts, minutes: 60 })]
    // What an older version could not read: put apart as it would have done.
    await store.write(['quarantine'], 'strict', (tx) =>
      tx.quarantine.put([
        { id: late.id, row: late, reason: 'kindUnknown', day: testDay },
        { id: older.id, row: older, reason: 'kindUnknown', day: testDay },
        { id: 'q', row: { kind: 'hologram' }, reason: 'unreadable', day: testDay },
      ]),
    )
    await store.write(['records'], 'strict', (tx) =>
      tx.records.put([{ id: older.id, kind: 'visit', row: { ...aRow(older.id, 8) }, gen: 1 }]),
    )
    await retryQuarantine(store, '0.0.2')

    expect((await quarantinedRows(store)).map(({ id }) => id)).toEqual(['q'])
    expect((await visitById(store, late.id))?.rev).toBe(5)
    expect(await visitById(store, older.id)).toMatchObject({ rev: 8 })
    expect((await visitById(store, older.id))?.facts.minutes).toBeUndefined()
  })

  test('[SEC-77] a later readable row takes the place of the one set apart', async () => {
    const store = await enrolled(await make())
    const id = anId()
    await pulls(store, { rows: [{ ...aRow(id, 1), kind: 'hologram' }], cursor: 'c1' })
    await pulls(store, { rows: [aRow(id, 2)] })
    expect(await quarantinedRows(store)).toEqual([])
  })
})

describe.each(stores)('what a person is told: $name', ({ make }) => {
  test('[SYN-28] counts are those of the tables, and « tout est envoyé » needs a complete pull', async () => {
    const store = await enrolled(await make())
    await pulls(store, { rows: [], cursor: 'c1', head: 1 })
    expect(await transferFacts(store)).toMatchObject({ pending: 0, oldestDay: null, allSent: true })
    await saves(store, aVisit(), aVisit())
    expect(await transferFacts(store)).toMatchObject({ pending: 2, oldestDay: testDay, allSent: false })
    await pushes(store, 3)
    expect(await transferFacts(store)).toMatchObject({ pending: 0, acked: 2, allSent: false })
    await pulls(store, { rows: [], cursor: 'c2', head: 3 })
    await settles(store)
    expect(await transferFacts(store)).toMatchObject({ acked: 0, kept: 2, allSent: true })
  })

  test('[SYN-46] held operations are counted until somebody has decided', async () => {
    const store = await enrolled(await make())
    const held = (rev: number, facts: object) => ({
      ...aRow(anId(), rev),
      kind: 'held',
      facts: { operation: anId(), reason: 'not_allowed', record: anId(), ...facts },
    })
    await pulls(store, { rows: [held(1, {}), held(2, { settled: 'discarded' })] })
    expect(await heldRecords(store)).toHaveLength(1)
    expect((await transferFacts(store)).held).toBe(1)
  })
})
