import { rebuildViews } from './rebuildViews.ts'
import type { OutboxRow, Store } from './store.ts'

/** Operations or records touched by one transaction: more would freeze the page. */
const step = 500

/**
 * Takes out of the overlay the operations that came back (SYN-9): acked, and passed by a **complete** pull whose head
 * is at least the head they were received under. An intermediate cursor proves nothing.
 */
export async function echo(store: Store): Promise<void> {
  let after = 0
  for (;;) {
    const last = await store.write(['records', 'outbox', 'meta'], 'relaxed', async (tx) => {
      const [feed, device, acked] = await Promise.all([
        tx.meta.get('feed'),
        tx.meta.get('device'),
        tx.outbox.inState('acked', step, after),
      ])
      if (feed === undefined || device === undefined) return undefined
      const back = acked.filter(({ ackHead }) => ackHead <= feed.head)
      if (back.length > 0) {
        await tx.outbox.put(back.map((row): OutboxRow => ({ ...row, state: 'kept' })))
        const surroundings = { siteId: device.siteId, oldestGen: feed.loading ? 0 : feed.gen }
        await rebuildViews(
          tx,
          back.map(({ record }) => record),
          feed.gen,
          surroundings,
        )
      }
      return acked.length < step ? undefined : acked.at(-1)?.n
    })
    if (last === undefined) return
    after = last
  }
}

/**
 * Deletes the kept operations that a backup covers (SYN-10). Pending and acked ones are never deleted, whatever any
 * answer says.
 */
export async function forgetCovered(store: Store): Promise<void> {
  let after = 0
  for (;;) {
    const last = await store.write(['outbox', 'meta'], 'relaxed', async (tx) => {
      const feed = await tx.meta.get('feed')
      if (feed === undefined || feed.backedUp === 0) return undefined
      const kept = await tx.outbox.inState('kept', step, after)
      const covered = kept.filter(({ ackHead }) => ackHead <= feed.backedUp)
      if (covered.length > 0) await tx.outbox.delete(covered.map(({ n }) => n))
      return kept.length < step ? undefined : kept.at(-1)?.n
    })
    if (last === undefined) return
    after = last
  }
}
