import { Dexie } from 'dexie'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type AppDb, openDb } from './db.ts'
import { dexieStore, tablesV1 } from './dexieStore.ts'
import { saveIntention } from './save.ts'
import { thisDevice } from './settings.ts'
import { aVisit, enrolled, here, saves, testDay } from './testDevice.ts'
import { visitById } from './visits.ts'

let name = ''
const opened: AppDb[] = []

async function open(): Promise<AppDb> {
  const db = await openDb(name)
  opened.push(db)
  return db
}

async function anEnrolledDb(): Promise<AppDb> {
  const db = await open()
  await enrolled(db)
  db.markEnrolled()
  return db
}

beforeEach(() => {
  name = `test ${crypto.randomUUID()}`
  localStorage.clear()
})

afterEach(async () => {
  for (const db of opened.splice(0)) db.close()
  await Dexie.delete(name)
})

const by = { by: here.memberId, day: testDay }

test('[SYN-3] what was saved is there for the next page, which opens as an enrolled device', async () => {
  const db = await anEnrolledDb()
  const visit = aVisit({ minutes: 35 })
  await saves(db, visit)
  db.close()

  const again = await open()
  expect(again.state.current()).toEqual({ state: 'open' })
  expect((await visitById(again, visit.record))?.facts.minutes).toBe(35)
  expect((await thisDevice(again))?.deviceId).toBe(here.deviceId)
})

test('[SYN-3] each connection asks the browser for its durability', async () => {
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
  const db = await anEnrolledDb()
  await saves(db, aVisit())
  const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite')
  expect(writes.at(-1)?.[2]).toEqual({ durability: 'strict' })
  await db.write(['drafts'], 'relaxed', (tx) => tx.drafts.delete(['x']))
  expect(transaction.mock.calls.at(-1)?.[2]).toEqual({ durability: 'relaxed' })
  transaction.mockRestore()
})

test('[SEC-41] a database that came back empty is said, never taken for a first visit', async () => {
  const first = await open()
  expect(first.state.current()).toEqual({ state: 'open' })
  await enrolled(first)
  first.markEnrolled()
  first.close()
  await Dexie.delete(name)

  const again = await open()
  expect(again.state.current()).toEqual({ state: 'emptied' })
  await enrolled(again)
  again.markEnrolled()
  expect(again.state.current()).toEqual({ state: 'open' })
})

test('[SEC-41] a database deleted behind the page is noticed at once, and nothing looks saved meanwhile', async () => {
  const db = await anEnrolledDb()
  await saves(db, aVisit())
  const states: unknown[] = []
  db.state.subscribe(() => states.push(db.state.current()))
  await Dexie.delete(name)

  await vi.waitFor(() => expect(db.state.current()).toEqual({ state: 'emptied' }))
  expect(states[0]).toEqual({ state: 'closed', reason: 'deleted' })
  expect(await saveIntention(db, { operations: [aVisit()], ...by })).toMatchObject({ ok: false })
})

test('[SC-46] another tab that updates the database is let through, and this one says that it must be reloaded', async () => {
  const db = await anEnrolledDb()
  const visit = aVisit()
  await saves(db, visit)
  const newer = new Dexie(name)
  newer.version(1).stores({ ...tablesV1 })
  newer.version(99).stores({ more: 'id' })
  await newer.open()

  expect(db.state.current()).toEqual({ state: 'closed', reason: 'newerVersion' })
  const saved = await saveIntention(db, { operations: [aVisit()], ...by })
  expect(saved).toEqual({ ok: false, error: { type: 'storageClosed' } })
  // A page of the older version, opened afterwards, does not write into what it does not know.
  newer.close()
  expect((await open()).state.current()).toEqual({ state: 'closed', reason: 'newerVersion' })
  await newer.open()
  expect(await newer.table('records').get(visit.record)).toBeDefined()
  newer.close()
})

test('[SC-46] a tab that holds an older version makes this one wait, and then it opens', async () => {
  const held = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name, 1)
    request.onsuccess = () => resolve(request.result)
  })
  held.onversionchange = () => undefined // an old page that does not let go
  const db = await open()
  expect(db.state.current()).toEqual({ state: 'waiting' })
  held.close()
  await vi.waitFor(() => expect(db.state.current()).toEqual({ state: 'open' }))
})

test('[SC-46] a closed database opens again when asked', async () => {
  const db = await anEnrolledDb()
  db.close()
  expect(await saveIntention(db, { operations: [aVisit()], ...by })).toEqual({
    ok: false,
    error: { type: 'storageClosed' },
  })
  await db.reopen()
  expect(db.state.current()).toEqual({ state: 'open' })
  await saves(db, aVisit())
})

interface Buckets {
  readonly open: (
    name: string,
    options: { readonly quota: number },
  ) => Promise<{ readonly indexedDB: IDBFactory }>
  readonly delete: (name: string) => Promise<void>
}

test('[SYN-3] a disk that is really full is said, and what was there stays', async () => {
  // A storage bucket has a quota of its own, so that no other test meets a full disk.
  const buckets = Reflect.get(navigator, 'storageBuckets') as Buckets
  const { indexedDB } = await buckets.open('small', { quota: 400_000 })
  const db = new Dexie(name, { indexedDB, IDBKeyRange, chromeTransactionDurability: 'strict' })
  db.version(1).stores(tablesV1)
  const store = await enrolled(dexieStore(db))
  const before = aVisit()
  await saves(store, before)

  const visits = Array.from({ length: 2000 }, () => aVisit())
  const saved = await saveIntention(store, { operations: visits, ...by })

  expect(saved).toEqual({ ok: false, error: { type: 'storageFull' } })
  expect(await visitById(store, visits[0]?.record ?? '')).toBeNull()
  expect(await visitById(store, before.record)).not.toBeNull()
  db.close()
  await buckets.delete('small')
})
