import type { Day } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import type { Row } from '#domain/record.ts'
import { limits } from '#protocol/limits.ts'
import { applyPage } from '#storage/applyPage.ts'
import { visitsOfDay, visitsOfMonth } from '#storage/visits.ts'
import { type LoadSet, visits } from '../visits.ts'
import { database } from './device.ts'
import { openRaw, rawPut, rawRead } from './rawStore.ts'
import { timed } from './time.ts'

/** Milliseconds of each reading, side by side, and how many rows the last one gave. */
export interface ReadRound {
  readonly product: readonly number[]
  readonly raw: readonly number[]
  readonly rows: number
}

const rawName = 'bench-raw-read'
let rawDb: IDBDatabase | undefined

/** The same rows in plain IndexedDB, with one index by place and day. */
export async function fillRawReads(seed: number, count: number, load: LoadSet): Promise<void> {
  rawDb = await openRaw(rawName, ['facts.placeId', 'facts.day'])
  let page = []
  for (const row of visits(seed, count, load)) {
    page.push(row)
    if (page.length === 2000) {
      await rawPut(rawDb, page, 'relaxed')
      page = []
    }
  }
  await rawPut(rawDb, page, 'relaxed')
}

/** Puts visits into the product's records as pages of the feed, as a first load does. */
export async function fillRecords(seed: number, count: number, load: LoadSet): Promise<void> {
  const db = await database()
  const origin = await db.read(
    ['meta'],
    async (tx) => [await tx.meta.get('device'), await tx.meta.get('feed')] as const,
  )
  const [own, feed] = origin
  if (own === undefined || feed === undefined) throw new Error('not a device yet')
  let rev = feed.maxRev
  let asked = feed.cursor
  let rows: Row[] = []
  const flush = async (): Promise<void> => {
    const cursor = `bench-${rev}`
    const answer = {
      incarnation: 1,
      head: rev,
      backedUp: 0,
      time: '2026-01-01T00:00:00Z',
      cursor,
      complete: false,
      scope: { sealed: false },
    }
    const outcome = await applyPage(db, { rows, refused: [], asked, answer, day: load.until })
    if (outcome !== 'applied') throw new Error(outcome)
    asked = cursor
    rows = []
  }
  for (const row of visits(seed, count, load)) {
    rev += 1
    rows.push({ ...row, rev, siteId: own.siteId })
    if (rows.length === limits.pullRows) await flush()
  }
  if (rows.length > 0) await flush()
}

/** Reads one place's day, or its month, as the journal does, each beside a plain `getAll` of the same rows. */
export async function readRound(
  what: 'day' | 'month',
  days: readonly Day[],
  places: readonly Id[],
): Promise<ReadRound> {
  const db = await database()
  const plain = rawDb
  if (plain === undefined) throw new Error('nothing to read from')
  const product: number[] = []
  const raw: number[] = []
  let rows = 0
  for (const [at, day] of days.entries()) {
    const place = places[at % places.length] ?? ''
    const month = day.slice(0, 7)
    const range = what === 'day' ? [day, day] : [`${month}-01`, `${month}-31`]
    const ours = async (): Promise<void> => {
      const [took, found] = await timed(() =>
        what === 'day' ? visitsOfDay(db, place, day) : visitsOfMonth(db, place, month),
      )
      product.push(took)
      rows = found.length
    }
    const theirs = async (): Promise<void> => {
      const [took, found] = await timed(() =>
        rawRead(plain, IDBKeyRange.bound([place, range[0]], [place, range[1]])),
      )
      raw.push(took)
      if (found.length !== rows && at % 2 === 0) throw new Error(`${found.length} rows against ${rows}`)
    }
    for (const read of at % 2 === 0 ? [ours, theirs] : [theirs, ours]) await read()
  }
  return { product, raw, rows }
}
