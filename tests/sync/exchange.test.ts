import { expect, test } from 'vitest'
import type { Facts } from '#domain/kind.ts'
import { conflicts, heldRecords, transferFacts } from '#storage/transfers.ts'
import { visitById, visitsOfDay } from '#storage/visits.ts'
import { anId, joinDevice, startClaimedServer, testDay } from '../server/startServer.ts'
import { logOf, type SyncedDevice, syncedDevice } from './syncedDevice.ts'

const placeId = anId()
const facts: Facts = { day: testDay, halfDay: 'am', placeId, arrival: 'walkIn', outcome: 'doneTogether' }
const aVisit = (set: Facts = {}, record = anId()) => ({
  kind: 'visit',
  record,
  change: { set: { ...facts, ...set }, add: { procedures: ['ameli.create'] } },
})
const edit = (record: string, set: Facts) => ({ kind: 'visit', record, change: { set } })

async function twoTablets() {
  const { server, device } = await startClaimedServer()
  const member = { name: 'Aïcha', role: 'coordinator', startsOn: testDay }
  const first = await syncedDevice(server, device)
  await first.saves({ kind: 'member', record: device.founder, change: { set: member } })
  await first.syncs()
  const second = await syncedDevice(server, await joinDevice(server, device))
  await second.syncs()
  return { server, device, first, second }
}

const shown = async ({ store }: SyncedDevice, id: string) => (await visitById(store, id))?.facts

test('[SC-18] what one tablet saved without a network is on the server once, and on the other tablet', async () => {
  const { server, first, second } = await twoTablets()
  const visits = [aVisit({ minutes: 10 }), aVisit({ minutes: 20 }), aVisit({ minutes: 30 })]
  const ids = []
  for (const visit of visits) ids.push(...(await first.saves(visit)))
  expect(await first.syncs('lost', 'lost')).toBe(false)
  expect(await transferFacts(first.store)).toMatchObject({ pending: 3, allSent: false })

  expect(await first.syncs()).toBe(true)
  expect(await second.syncs()).toBe(true)
  const log = await logOf(server)
  expect(ids.map((id) => log.get(id))).toEqual([1, 1, 1])
  expect(await transferFacts(first.store)).toMatchObject({ pending: 0, acked: 0, kept: 4, allSent: true })
  const day = await visitsOfDay(second.store, placeId, testDay)
  expect(day.map((visit) => visit.facts.minutes).sort()).toEqual([10, 20, 30])
})

test('[SEC-31] a tablet enrolled again keeps what it had not sent, and sends it once under its new name', async () => {
  const { server, device, first } = await twoTablets()
  await first.syncs()
  const visits = [aVisit({ minutes: 10 }), aVisit({ minutes: 20 })]
  for (const visit of visits) await first.saves(visit)
  const again = await syncedDevice(server, await joinDevice(server, device), first.store)
  expect(await transferFacts(again.store)).toMatchObject({ pending: 2 })
  expect(await again.syncs()).toBe(true)
  const log = await logOf(server)
  expect([...log.values()].every((times) => times === 1)).toBe(true)
  expect(await visitsOfDay(again.store, placeId, testDay)).toHaveLength(2)
  expect(await transferFacts(again.store)).toMatchObject({ pending: 0, held: 0, allSent: true })
})

test('[SYN-61] an answer lost after the server had committed is learnt again, and nothing is twice', async () => {
  const { server, first } = await twoTablets()
  const [id = ''] = await first.saves(aVisit())
  expect(await first.syncs('late')).toBe(false)
  expect(await transferFacts(first.store)).toMatchObject({ pending: 1 })
  expect(await first.syncs()).toBe(true)
  expect((await logOf(server)).get(id)).toBe(1)
})

test('[SC-33] two tablets change different fields of one visit: both stay', async () => {
  const { first, second } = await twoTablets()
  const visit = aVisit()
  await first.saves(visit)
  await first.syncs()
  await second.syncs()
  await first.saves(edit(visit.record, { minutes: 40 }))
  await second.saves(edit(visit.record, { ageBand: '26-39' }))
  for (const tablet of [first, second, first]) await tablet.syncs()
  for (const tablet of [first, second]) {
    expect(await shown(tablet, visit.record)).toMatchObject({ minutes: 40, ageBand: '26-39' })
  }
  expect(await conflicts(first.store)).toEqual([])
})

test('[SYN-79] two tablets change one field unseen: the later stays, the other is kept to be settled', async () => {
  const { first, second } = await twoTablets()
  const visit = aVisit({ minutes: 10 })
  await first.saves(visit)
  await first.syncs()
  await second.syncs()
  await first.saves(edit(visit.record, { minutes: 20 }))
  await second.saves(edit(visit.record, { minutes: 30 }))
  for (const tablet of [first, second, first]) await tablet.syncs()
  for (const tablet of [first, second]) {
    expect(await shown(tablet, visit.record)).toMatchObject({ minutes: 30 })
    expect(await conflicts(tablet.store)).toMatchObject([
      { facts: { record: visit.record, field: 'minutes', kept: 30, lost: 20 } },
    ])
  }
})

test('[SYN-86] an edit of a visit deleted meanwhile is held, seen, and brings nothing back', async () => {
  const { first, second } = await twoTablets()
  const visit = aVisit()
  await first.saves(visit)
  await first.syncs()
  await second.syncs()
  await second.saves(edit(visit.record, { minutes: 5 }))
  await first.saves({ kind: 'visit', record: visit.record, act: 'delete' })
  for (const tablet of [first, second, first]) await tablet.syncs()
  for (const tablet of [first, second]) {
    expect(await visitsOfDay(tablet.store, placeId, testDay)).toEqual([])
    expect(await heldRecords(tablet.store)).toMatchObject([{ facts: { reason: 'record_deleted' } }])
  }
})

test('[SYN-86] a deletion undone after it was sent brings the visit back everywhere, whole', async () => {
  const { first, second } = await twoTablets()
  const visit = aVisit({ minutes: 25 })
  await first.saves(visit)
  await first.syncs()
  await first.saves({ kind: 'visit', record: visit.record, act: 'delete' })
  await first.syncs()
  await first.saves({ kind: 'visit', record: visit.record, act: 'restore' })
  expect(await shown(first, visit.record)).toMatchObject({ minutes: 25 })
  await first.syncs()
  await second.syncs()
  expect(await shown(second, visit.record)).toMatchObject({ minutes: 25, procedures: ['ameli.create'] })
})

test('[SYN-11] a tablet whose disk went back in time is found out, and loses nothing that it still has', async () => {
  const { server, first } = await twoTablets()
  const copy = first.snapshot()
  const [lost = ''] = await first.saves(aVisit())
  await first.syncs()
  first.restore(copy)
  const [made = ''] = await first.saves(aVisit())
  await first.syncs()
  await first.syncs()
  const log = await logOf(server)
  expect([log.get(lost), log.get(made)]).toEqual([1, 1])
  expect(await transferFacts(first.store)).toMatchObject({ pending: 0, aside: 0 })
  expect(await visitsOfDay(first.store, placeId, testDay)).toHaveLength(2)
})

test('[SYN-12] a restored server gets back what the tablets kept', async () => {
  const { server, first, second } = await twoTablets()
  const visits = [aVisit(), aVisit()]
  for (const visit of visits) await first.saves(visit)
  await first.syncs()
  // The backup had neither: as a restore leaves it (SYN-49).
  await server.store.transaction(async (tx) => {
    await tx.run(`delete from operation where kind = 'visit'`)
    await tx.run(`delete from record where kind = 'visit'`)
    await tx.run('update writer set acked = 1 where acked > 1')
    const [from, to] = [2, 2_000_000_000_000]
    await tx.run('update tenant set incarnation = 2, rev = $1, holes = $2', [
      to,
      JSON.stringify([[from, to]]),
    ])
  })
  for (const tablet of [first, second, first]) {
    await tablet.syncs()
    await tablet.syncs()
  }
  for (const tablet of [first, second]) {
    expect(await visitsOfDay(tablet.store, placeId, testDay)).toHaveLength(2)
    expect(await transferFacts(tablet.store)).toMatchObject({ pending: 0, held: 0, conflicts: 0 })
  }
})

test('[SYN-29] a held edit that is discarded goes at once, and stays gone on every tablet and after a restore', async () => {
  const { server, first, second } = await twoTablets()
  const visit = aVisit({ minutes: 15 })
  await first.saves(visit)
  await first.syncs()
  await second.syncs()
  await first.saves({ kind: 'visit', record: visit.record, act: 'delete' })
  await first.syncs()
  await second.saves(edit(visit.record, { minutes: 40 }))
  for (const tablet of [second, first]) await tablet.syncs()
  const [line] = await heldRecords(second.store)
  expect(line?.facts).toMatchObject({ reason: 'record_deleted', record: visit.record })
  expect(await heldRecords(first.store)).toHaveLength(1)

  await second.saves({ kind: 'held', record: line?.id ?? '', act: 'discard' })
  expect(await heldRecords(second.store), 'before it was sent').toEqual([])
  for (const tablet of [second, first]) await tablet.syncs()
  for (const tablet of [first, second]) expect(await heldRecords(tablet.store)).toEqual([])

  // A backup of before the refusal: it is refused again, and the discard still finds it.
  await server.store.transaction(async (tx) => {
    await tx.run(`delete from record where kind = 'held'`)
    await tx.run(`delete from operation where kind = 'held' or status = 'held'`)
    await tx.run(`update writer set acked = 0 where acked = 2`)
    await tx.run('update tenant set incarnation = 2, rev = $1', [2_000_000_000_000])
  })
  for (const tablet of [second, first, second, first]) await tablet.syncs()
  const [again] = (await first.records()).filter(({ kind }) => kind === 'held')
  expect(again?.row?.facts).toMatchObject({ reason: 'record_deleted', settled: 'discarded' })
  for (const tablet of [first, second])
    expect(await transferFacts(tablet.store)).toMatchObject({ held: 0, pending: 0 })
})
