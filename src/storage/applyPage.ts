import type { Day } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import { type FeedRow, isRecordRow, type PullAnswer } from '#protocol/sync.ts'
import type { CheckedRows } from './checkRows.ts'
import type { Feed } from './meta.ts'
import { type Ground, recordOf } from './rebuildViews.ts'
import type { OutboxRow, Store, StoredRecord, WriteTx } from './store.ts'

/** A page as it came: its rows already sorted (`checkRows`), and the cursor it was asked with. */
export interface Page extends CheckedRows {
  readonly asked: string | null
  readonly answer: Omit<PullAnswer, 'rows'>
  /** The day of the exchange, for the quarantine. */
  readonly day: Day
}

/** discarded: asked with another cursor, or of an older incarnation; nothing was changed. */
export type PageOutcome = 'applied' | 'discarded' | 'newIncarnation'

/**
 * Stores one page of the feed: rows, recomputed views and cursor together (SYN-8). A row never touches the outbox,
 * and one with a rev below the known one is ignored and counted.
 */
export function applyPage(store: Store, page: Page): Promise<PageOutcome> {
  // Relaxed: a page lost with the power is pulled again, since its cursor is lost with it.
  return store.write(['records', 'outbox', 'quarantine', 'meta'], 'relaxed', async (tx) => {
    const [feed, device] = await Promise.all([tx.meta.get('feed'), tx.meta.get('device')])
    if (feed === undefined || device === undefined) return 'discarded'
    if (feed.cursor !== page.asked || page.answer.incarnation < feed.incarnation) return 'discarded'
    if (page.answer.incarnation > feed.incarnation) return 'newIncarnation'

    const passed = page.answer.complete ? page.answer.head : 0
    const ignored = await writeRows(tx, page.rows, feed, device.siteId, passed)
    // What is readable now replaces what was not.
    if ((await tx.quarantine.count()) > 0) await tx.quarantine.delete(page.rows.map(({ id }) => id))
    if (page.refused.length > 0) {
      await tx.quarantine.put(page.refused.map((refused) => ({ ...refused, day: page.day })))
    }
    await tx.meta.set('feed', feedAfter(feed, page, ignored))
    return 'applied'
  })
}

function feedAfter(feed: Feed, { answer, rows }: Page, ignored: number): Feed {
  return {
    ...feed,
    cursor: answer.cursor,
    maxRev: rows.reduce((highest, { rev }) => Math.max(highest, rev), feed.maxRev),
    backedUp: Math.max(feed.backedUp, answer.backedUp),
    ignored: feed.ignored + ignored,
    scope: answer.scope,
    ...(answer.complete && { head: Math.max(feed.head, answer.head), loading: false }),
    ...(answer.complete && feed.loading && { sweeping: feed.gen > 1 }),
  }
}

/**
 * Within a transaction.
 * @param passed head of the complete pull that this page ends, or 0: what was received under it has come back (SYN-9)
 * @returns how many rows were older than what is known
 */
export async function writeRows(
  tx: WriteTx,
  rows: readonly FeedRow[],
  feed: Feed,
  siteId: Id,
  passed: number,
): Promise<number> {
  const [known, live] = await Promise.all([
    knownRecords(tx, rows, feed),
    tx.outbox.liveOf(rows.map(({ id }) => id)),
  ])
  const covering = live.filter(({ state, ackHead }) => state === 'pending' || ackHead > passed)
  const liveByRecord = Map.groupBy(covering, ({ record }) => record)
  const put = new Map<Id, StoredRecord>()
  const gone = new Set<Id>()
  let ignored = 0
  for (const row of rows) {
    const before = put.get(row.id) ?? known.get(row.id)
    const isOlder = before !== undefined && before.gen >= feed.firstGen && (before.row?.rev ?? 0) > row.rev
    if (isOlder) ignored += 1
    const ground = isOlder ? { ...before, gen: feed.gen } : groundOf(row, before, feed.gen)
    const record = settle(ground, liveByRecord.get(row.id) ?? [], siteId)
    put.delete(row.id)
    gone.delete(row.id)
    if (record === undefined) gone.add(row.id)
    else put.set(row.id, record)
  }
  if (put.size > 0) await tx.records.put([...put.values()])
  if (gone.size > 0) await tx.records.delete([...gone])
  return ignored
}

function settle(ground: Ground, live: readonly OutboxRow[], siteId: Id): StoredRecord | undefined {
  // Gone from the scope, and nothing waits on it: nothing is kept (SYN-13, I16).
  return recordOf(ground, live, { siteId, oldestGen: ground.gen === 0 ? 1 : 0 })
}

/**
 * What is known of the rows that need it: those that may be older than what we have, and tombstones, which keep the
 * facts from before for an undo. A row above every rev of this incarnation is news: reading nothing for it is what
 * makes a first load as fast as writing.
 */
async function knownRecords(
  tx: WriteTx,
  rows: readonly FeedRow[],
  feed: Feed,
): Promise<ReadonlyMap<Id, StoredRecord>> {
  const ids = rows.filter((row) => row.rev <= feed.maxRev || !('facts' in row)).map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const records = await tx.records.getMany(ids)
  return new Map(records.flatMap((record) => (record === undefined ? [] : [[record.id, record] as const])))
}

/** A row of the feed as it lies under the operations of this device. */
function groundOf(row: FeedRow, before: StoredRecord | undefined, gen: number): Ground {
  if (isRecordRow(row)) return { id: row.id, kind: row.kind, row, gen }
  if ('gone' in row) return { id: row.id, kind: before?.kind ?? '', row: before?.row ?? null, gen: 0 }
  const { id, kind, rev } = row
  const empty = { id, kind, schema: 0, siteId: null, facts: {} }
  const kept = 'erasedOn' in row ? empty : (before?.row ?? empty)
  return { id, kind, row: { ...kept, rev }, deleted: true, gen }
}
