import { createHash } from 'node:crypto'
import { copyDevice } from '../upgrade/deviceCopy.ts'
import { canonicalText } from './checker.ts'
import { anId, type Json } from './deviceClient.ts'
import type { Tablet } from './tablet.ts'
import type { LoggedVisit } from './visits.ts'
import { daysBefore } from './words.ts'

interface Row extends Json {
  readonly id: string
}

interface Work {
  readonly operations: readonly Json[]
  readonly records: readonly Json[]
}

const aDay = 40

/**
 * Months without a network: the visit that waits on this tablet, as the product itself has saved it, is there as many
 * times more, each with its own ids, day and number, in the very rows that as many saves would have written. Thousands
 * of saves through the screen would take an hour. The first thing that waits says that the place was open all that time.
 * Leaves the tablet on an address where nothing of the product runs.
 * @returns what was added, as if it had been typed
 */
export async function addsWaitingVisits(tablet: Tablet, count: number): Promise<readonly LoggedVisit[]> {
  tablet.expectsComplaint(/favicon/) // an image opened alone has no page to name its icon
  await tablet.opens('/icons/icon.svg')
  const { databases } = await tablet.page.evaluate(copyDevice)
  const rowsOf = (store: string) =>
    (databases[0]?.stores.find(({ name }) => name === store)?.rows ?? []) as readonly Row[]
  const [operation] = rowsOf('outbox').slice(-1)
  const record = rowsOf('records').find(({ id }) => id === operation?.record)
  const [visit] = tablet.logged.slice(-1)
  if (operation === undefined || record === undefined || visit === undefined)
    throw new Error('no visit waits on this tablet')
  const { n: _, ...sample } = operation
  const added = Array.from({ length: count }, (_, at) => ({
    ...visit,
    day: daysBefore(visit.day, 1 + Math.floor(at / aDay)),
    rank: (at % aDay) + 1,
  }))
  const copies = added.map(({ day, rank }, at) => copyOf(sample, record, { day, rank, place: at + 2 }))
  const opening = openedSince(sample, added.at(-1)?.day ?? visit.day)
  const work = {
    operations: [opening, ...copies.map((copy) => copy.operation)],
    records: copies.map((copy) => copy.record),
  }
  await tablet.page.evaluate(putWork, JSON.stringify(work satisfies Work))
  return added
}

interface Where {
  readonly day: string
  readonly rank: number
  /** Behind the visit that was copied, in the sequence of this device. */
  readonly place: number
}

/** A visit is of no day before its place opened (SEC-76). */
function openedSince(sample: Json, day: string): Json {
  const { set, add: _, ...stored } = JSON.parse(String(sample.body)) as Json & { readonly set: Json }
  const ids = { id: anId(day), record: set.placeId }
  return {
    ...sample,
    ...ids,
    ...hashed({ ...stored, ...ids, kind: 'place', set: { opensOn: day } }),
    seq: Number(sample.seq) + 1,
  }
}

function hashed(operation: Json): { readonly body: string; readonly hash: string } {
  const body = canonicalText(operation)
  return { body, hash: createHash('sha256').update(body).digest('base64url') }
}

function copyOf(sample: Json, record: Json, { day, rank, place }: Where) {
  const ids = { id: anId(day), record: anId(day) }
  const stored = JSON.parse(String(sample.body)) as { readonly set: Json }
  const written = hashed({ ...stored, ...ids, set: moved(stored.set, day, rank) })
  const view = record.view as { readonly facts: Json }
  return {
    operation: { ...sample, ...ids, ...written, seq: Number(sample.seq) + place },
    record: {
      ...record,
      id: ids.record,
      day,
      view: { ...view, id: ids.record, facts: moved(view.facts, day, rank) },
    },
  }
}

/** The permanence of another day has another id; a visit may do without. */
function moved({ eventId: _, ...facts }: Json, day: string, rank: number): Json {
  return { ...facts, day, rank }
}

/** Runs in the page. */
async function putWork(text: string): Promise<void> {
  const { operations, records } = JSON.parse(text) as Work
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const database = await done(indexedDB.open('permanence'))
  const writing = database.transaction(['outbox', 'records', 'meta'], 'readwrite')
  const committed = new Promise((resolve, reject) => {
    writing.oncomplete = resolve
    writing.onabort = () => reject(writing.error)
  })
  const meta = writing.objectStore('meta')
  const { value: writer } = (await done(meta.get('writer'))) as { readonly value: { readonly id: string } }
  for (const operation of operations) writing.objectStore('outbox').add(operation)
  for (const record of records) writing.objectStore('records').add(record)
  meta.put({ key: 'writer', value: { ...writer, seq: operations.at(-1)?.seq } })
  await committed
  database.close()
}
