import { describe, expect, test } from 'vitest'
import type { VisitFacts } from '#domain/kinds/visit.ts'
import { applyPushAnswer } from './applyPushAnswer.ts'
import { draftOf, draftsOfKind, dropDraft, saveDraft } from './drafts.ts'
import { nextBatch } from './nextBatch.ts'
import { openRecord } from './openRecord.ts'
import { bodyOf } from './rebuildViews.ts'
import { newOperationId, newRecordId, saveIntention } from './save.ts'
import type { Store } from './store.ts'
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
import { transferFacts } from './transfers.ts'
import {
  listOfDay,
  proceduresByUse,
  visitById,
  visitsOfDay,
  visitsOfHalfDay,
  visitsOfMonth,
} from './visits.ts'

const quotaExceeded = () => new DOMException('the disk is full', 'QuotaExceededError')
const by = { by: here.memberId, day: testDay }

async function ids(store: Store): Promise<readonly string[]> {
  return (await visitsOfDay(store, here.placeId, testDay)).map(({ id }) => id)
}

describe.each(stores)('saving: $name', ({ make }) => {
  test('[SYN-1] one save is the record in its list and one operation in the outbox', async () => {
    const store = await enrolled(await make())
    const visit = aVisit({ minutes: 20 })
    await saves(store, visit)

    expect(await visitById(store, visit.record)).toMatchObject({
      id: visit.record,
      siteId: here.siteId,
      rev: 0,
      facts: { ...visitFacts, minutes: 20, procedures: ['ameli.create'] } satisfies VisitFacts,
    })
    expect(await ids(store)).toEqual([visit.record])
    expect(await outboxOf(store)).toMatchObject([{ id: visit.id, seq: 1, state: 'pending', ackHead: 0 }])
    expect((await listOfDay(store, here.placeId, testDay)).pending).toEqual(new Set([visit.record]))
  })

  test.each(['outbox.add', 'records.put', 'meta.set', 'drafts.delete'])(
    '[SC-14] an exception after %s leaves neither the record nor its operation',
    async (step) => {
      const store = await enrolled(await make())
      await saves(store, aVisit())
      const before = [await outboxOf(store), await ids(store)]

      const visit = aVisit()
      const broken = breaking(store, step, () => new TypeError('a bug'))
      const saving = saveIntention(broken, { operations: [visit], ...by, draftDone: visit.record })

      await expect(saving).rejects.toThrow('a bug')
      expect([await outboxOf(store), await ids(store)]).toEqual(before)
      // And the sequence has no hole for the next one.
      await saves(store, aVisit())
      expect((await outboxOf(store)).map(({ seq }) => seq)).toEqual([1, 2])
    },
  )

  test('[SYN-3] a full disk is said, and nothing looks saved', async () => {
    const store = await enrolled(await make())
    const visit = aVisit()
    const full = breaking(store, 'outbox.add', quotaExceeded)
    let told = 0
    full.onSave(() => {
      told += 1
    })
    const saved = await saveIntention(full, { operations: [visit], ...by })

    expect(saved).toEqual({ ok: false, error: { type: 'storageFull' } })
    expect([await outboxOf(store), await ids(store), told]).toEqual([[], [], 0])
  })

  test('[SEC-41] pressing save twice saves once, and says so', async () => {
    const store = await enrolled(await make())
    const intention = { operations: [aVisit()], ...by }
    const pressed = await Promise.all([saveIntention(store, intention), saveIntention(store, intention)])
    const later = await saveIntention(store, intention)

    const repeated = [...pressed, later].map((saved) => saved.ok && saved.value.repeated)
    expect(repeated.toSorted()).toEqual([false, true, true])
    expect(await outboxOf(store)).toHaveLength(1)
    expect(await ids(store)).toHaveLength(1)
  })

  test('[SEC-41] other content under an id already used is other work: it is saved, not dropped', async () => {
    const store = await enrolled(await make())
    const visit = aVisit({ minutes: 20 })
    await saves(store, visit)
    const [second] = await saves(store, { ...visit, change: { set: { minutes: 30 } } })

    expect(second).not.toBe(visit.id)
    expect(await outboxOf(store)).toHaveLength(2)
    expect((await visitById(store, visit.record))?.facts.minutes).toBe(30)
  })

  test('[SYN-1] an intention of several operations is saved whole, in one sequence', async () => {
    const store = await enrolled(await make())
    const [one, two] = [aVisit(), aVisit()]
    await saves(store, one, two, {
      kind: 'visit',
      record: one.record,
      base: 0,
      change: { set: { minutes: 5 } },
    })

    expect((await outboxOf(store)).map(({ seq, record }) => [seq, record])).toEqual([
      [1, one.record],
      [2, two.record],
      [3, one.record],
    ])
    expect((await visitById(store, one.record))?.facts.minutes).toBe(5)
  })

  test('[SYN-4] the body names only what changed, and stays as it was when later work covers it', async () => {
    const store = await enrolled(await make())
    const visit = aVisit()
    await saves(store, visit)
    const [before] = await outboxOf(store)
    await saves(store, { kind: 'visit', record: visit.record, base: 0, change: { set: { minutes: 45 } } })

    const [first, second] = await outboxOf(store)
    expect(first).toEqual(before)
    expect(second && bodyOf(second)).toMatchObject({ set: { minutes: 45 }, day: testDay, by: here.memberId })
    expect(Object.keys((second && bodyOf(second).set) ?? {})).toEqual(['minutes'])
  })

  test('[SYN-5] the base is the rev on screen, lowered to the smallest base still live on the record', async () => {
    const store = await enrolled(await make())
    const id = anId()
    expect(await openRecord(store, id)).toBeNull()
    await pulls(store, { rows: [aRow(id, 7)], head: 7 })
    expect((await openRecord(store, id))?.base).toBe(7)

    await saves(store, { kind: 'visit', record: id, base: 7, change: { set: { minutes: 5 } } })
    await pulls(store, { rows: [aRow(id, 12)], head: 12 })
    const opened = await openRecord(store, id)
    expect(opened).toMatchObject({ base: 7, view: { rev: 12, facts: { minutes: 5 } } })
  })

  test('[SYN-5] a new record keeps base 0 while its creation is live, and then takes the rev on screen', async () => {
    const store = await enrolled(await make())
    const visit = aVisit()
    await saves(store, visit)
    expect((await openRecord(store, visit.record))?.base).toBe(0)

    const batch = await nextBatch(store, 200)
    if (batch === null) throw new Error('nothing to send')
    await applyPushAnswer(store, batch, received(batch, 3))
    await pulls(store, { rows: [aRow(visit.record, 3)], head: 2, complete: false })
    expect((await openRecord(store, visit.record))?.base).toBe(0)
  })

  test('[SYN-6] a deleted record leaves every list, and comes back whole when it is restored', async () => {
    const store = await enrolled(await make())
    const visit = aVisit({ minutes: 25 })
    await saves(store, visit)
    await saves(store, { kind: 'visit', record: visit.record, base: 0, act: 'delete' })

    expect([await ids(store), await visitById(store, visit.record)]).toEqual([[], null])
    const opened = await openRecord(store, visit.record)
    expect(opened?.view).toMatchObject({ deleted: true, facts: { minutes: 25 } })

    await saves(store, { kind: 'visit', record: visit.record, base: opened?.base ?? 0, act: 'restore' })
    expect(await ids(store)).toEqual([visit.record])
    expect((await visitById(store, visit.record))?.facts.minutes).toBe(25)
  })

  test('[SYN-25] work saved under an untrusted clock says so, in its body and in its view', async () => {
    const store = await enrolled(await make())
    const visit = { ...aVisit(), clock: 'unverified' as const }
    await saves(store, visit)
    const [row] = await outboxOf(store)
    expect(row && bodyOf(row).clock).toBe('unverified')
    expect((await visitById(store, visit.record))?.clock).toBe('unverified')
  })

  test('[SEC-41] a browser that is not enrolled any more saves nothing and says so', async () => {
    const saved = await saveIntention(await make(), { operations: [aVisit()], ...by })
    expect(saved).toEqual({ ok: false, error: { type: 'storageClosed' } })
  })

  test('[SYN-17] whoever sends is told of each save, and of no repetition that changed nothing', async () => {
    const store = await enrolled(await make())
    let told = 0
    const stop = store.onSave(() => {
      told += 1
    })
    await saves(store, aVisit())
    stop()
    await saves(store, aVisit())
    expect(told).toBe(1)
  })
})

describe.each(stores)('drafts: $name', ({ make }) => {
  const aDraft = () => ({
    record: newRecordId(testDay),
    kind: 'visit',
    facts: { minutes: 10 },
    by: here.memberId,
    day: testDay,
  })

  test('[SEC-37] a draft is kept under its record, counted, given up one at a time', async () => {
    const store = await enrolled(await make())
    const [one, other] = [aDraft(), { ...aDraft(), day: '2026-03-13' }]
    for (const draft of [one, other]) expect(await saveDraft(store, draft)).toMatchObject({ value: 'saved' })

    expect(await draftOf(store, one.record)).toEqual(one)
    expect((await draftsOfKind(store, 'visit')).map(({ record }) => record)).toEqual([
      other.record,
      one.record,
    ])
    await dropDraft(store, one.record)
    expect(await draftOf(store, one.record)).toBeNull()
    expect(await draftsOfKind(store, 'visit')).toHaveLength(1)
  })

  test('[SC-11] drafts come with the latest day first, then the latest half-day, in an order that stays', async () => {
    const store = await enrolled(await make())
    const of = (day: string, halfDay: string) => ({ ...aDraft(), facts: { day, halfDay } })
    const later = [of('2026-03-13', 'eve'), of('2026-03-13', 'am')]
    const twins = [of(testDay, 'pm'), of(testDay, 'pm'), of(testDay, 'pm')]
    const undated = { ...aDraft(), day: '2026-03-11' }
    for (const draft of [twins[1], undated, later[1], twins[0], later[0], twins[2]])
      if (draft !== undefined) await saveDraft(store, draft)

    const ids = (drafts: readonly { readonly record: string }[]) => drafts.map(({ record }) => record)
    const listed = ids(await draftsOfKind(store, 'visit'))
    expect(listed).toEqual([...ids(later), ...ids(twins).sort(), undated.record])

    const [first] = twins
    if (first !== undefined) await saveDraft(store, { ...first, facts: { ...first.facts, minutes: 5 } })
    expect(ids(await draftsOfKind(store, 'visit'))).toEqual(listed)
  })

  test('[SYN-28] the answers of a set-up that was begun are not counted among the drafts of the team', async () => {
    const store = await enrolled(await make())
    await saveDraft(store, { ...aDraft(), kind: 'setup' })
    await saveDraft(store, aDraft())
    expect((await transferFacts(store)).drafts).toBe(1)
  })

  test('[SC-10] saving removes the draft, and a late write of the same form does not bring it back', async () => {
    const store = await enrolled(await make())
    const draft = { ...aDraft(), operation: newOperationId(testDay) }
    await saveDraft(store, draft)
    const visit = { ...aVisit({}, draft.record), id: draft.operation }
    await saveIntention(store, { operations: [visit], ...by, draftDone: draft.record })

    expect(await draftOf(store, draft.record)).toBeNull()
    expect(await saveDraft(store, draft)).toMatchObject({ value: 'alreadySaved' })
    expect(await draftsOfKind(store, 'visit')).toEqual([])
  })

  test('[SC-10] a save that fails keeps the draft', async () => {
    const store = await enrolled(await make())
    const draft = aDraft()
    await saveDraft(store, draft)
    const full = breaking(store, 'drafts.delete', quotaExceeded)
    await saveIntention(full, { operations: [aVisit()], ...by, draftDone: draft.record })
    expect(await draftOf(store, draft.record)).toEqual(draft)
  })
})

describe.each(stores)('lists of visits: $name', ({ make }) => {
  test('[VIS-9] a day is in order of half-day and number, a month in order of day', async () => {
    const store = await enrolled(await make())
    const of = (halfDay: string, rank: number, day = testDay) => aVisit({ halfDay, rank, day })
    const [pm, second, first, late] = [of('pm', 1), of('am', 2), of('am', 1), of('am', 1, '2026-03-31')]
    await saves(store, late, pm, second, first, of('am', 1, '2026-04-01'))

    const order = [first, second, pm].map(({ record }) => record)
    expect(await ids(store)).toEqual(order)
    const month = await visitsOfMonth(store, here.placeId, '2026-03')
    expect(month.map(({ id }) => id)).toEqual([...order, late.record])
    const afternoon = await visitsOfHalfDay(store, here.placeId, testDay, 'pm')
    expect(afternoon.map(({ id }) => id)).toEqual([pm.record])
  })

  test('[E-1] procedures of a place come by use, and only of that place', async () => {
    const store = await enrolled(await make())
    const with_ = (codes: readonly string[], placeId = here.placeId) => ({
      ...aVisit(),
      change: { set: { ...visitFacts, placeId }, add: { procedures: codes } },
    })
    await saves(
      store,
      with_(['caf.declare', 'ameli.create']),
      with_(['caf.declare']),
      with_(['ants.licence'], anId()),
    )
    expect(await proceduresByUse(store, here.placeId)).toEqual(['caf.declare', 'ameli.create'])
  })
})
