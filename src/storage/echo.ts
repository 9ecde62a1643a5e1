import { rebuildViews } from './rebuildViews.ts'
import { coveredUpTo, type Sent } from './sent.ts'
import type { OutboxRow, Store, WriteTx } from './store.ts'

/** Operations and records touched by one transaction: more would freeze the page. */
const step = 500

/**
 * Takes out of the overlay the operations that came back (SYN-9): acked, and passed by a **complete** pull whose head
 * is at least the head they were received under. An intermediate cursor proves nothing.
 */
export async function echo(store: Store): Promise<void> {
  for (let isDone = false; !isDone; ) {
    isDone = await store.write(['records', 'outbox', 'meta'], 'relaxed', async (tx) => {
      const { feed, device } = await tx.meta.all()
      if (feed === undefined || device === undefined) return true
      const sent = await tx.outbox.sent()
      const acked = await tx.outbox.inState('acked', step)
      const back = acked.filter(({ ackHead }) => ackHead <= feed.head)
      const isLast = acked.length < step
      await keep(tx, sent, back, isLast ? coveredUpTo(sent, feed.head) : lastPlace(back))
      const surroundings = { siteId: device.siteId, oldestGen: feed.loading ? 0 : feed.gen }
      await rebuildViews(
        tx,
        back.map(({ record }) => record),
        feed.gen,
        surroundings,
      )
      return isLast || back.length === 0
    })
  }
}

async function keep(tx: WriteTx, sent: Sent, back: readonly OutboxRow[], upTo: number): Promise<void> {
  const apart = back.filter(({ exception }) => exception !== undefined)
  const exception = ({ ackHead }: OutboxRow) => ({ state: 'kept', ackHead }) as const
  if (apart.length > 0) await tx.outbox.put(apart.map((row) => ({ ...row, exception: exception(row) })))
  if (upTo > sent.keptUpTo) await tx.outbox.advance({ ...sent, keptUpTo: upTo })
}

function lastPlace(rows: readonly OutboxRow[]): number {
  return rows.findLast(({ exception }) => exception === undefined)?.n ?? 0
}

/**
 * Deletes the kept operations that a backup covers (SYN-10). Pending and acked ones are never deleted, whatever any
 * answer says.
 */
export function forgetCovered(store: Store): Promise<void> {
  return store.write(['outbox', 'meta'], 'relaxed', async (tx) => {
    const feed = await tx.meta.get('feed')
    if (feed === undefined || feed.backedUp === 0) return
    await forgetRegular(tx, feed.backedUp)
    const apart = (await tx.outbox.exceptions()).filter(
      ({ state, ackHead }) => state === 'kept' && ackHead <= feed.backedUp,
    )
    if (apart.length > 0) await tx.outbox.delete(apart.map(({ n }) => n))
  })
}

async function forgetRegular(tx: WriteTx, backedUp: number): Promise<void> {
  const sent = await tx.outbox.sent()
  const upTo = Math.min(sent.keptUpTo, coveredUpTo(sent, backedUp))
  if (upTo > 0) await tx.outbox.deleteUpTo(upTo)
}
