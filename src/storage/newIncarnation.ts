import type { Id } from '#domain/ids.ts'
import { newFeed } from './meta.ts'
import { renumber } from './newWriter.ts'
import { rebuildViews } from './rebuildViews.ts'
import { nothingSent } from './sent.ts'
import type { Store, WriteTx } from './store.ts'

/**
 * The server was restored from a backup (SYN-12): everything this device keeps is offered again under a fresh
 * writer, kept and acked operations before the others, and the feed starts over. Rows stay on screen until the new
 * snapshot is complete. Does nothing when the incarnation is not newer.
 */
export function newIncarnation(store: Store, incarnation: number, writer: Id): Promise<void> {
  return store.write(['records', 'outbox', 'meta'], 'strict', async (tx) => {
    const feed = await tx.meta.get('feed')
    if (feed === undefined || incarnation <= feed.incarnation) return
    await tx.meta.set('feed', { ...newFeed(incarnation, feed.gen + 1), ignored: feed.ignored })
    await offerAgain(tx, writer)
  })
}

/** The server lost the end of our sequence without saying that it was restored (`sequence_gap`, SYN-12, SYN-50). */
export function offerAllAgain(store: Store, writer: Id): Promise<void> {
  return store.write(['records', 'outbox', 'meta'], 'strict', (tx) => offerAgain(tx, writer))
}

/** Received operations have a lower `n` than pending ones, so that the local order puts them first. */
async function offerAgain(tx: WriteTx, writer: Id): Promise<void> {
  const received = (await tx.outbox.exceptions()).filter(({ state }) => state !== 'aside')
  if (received.length > 0) await tx.outbox.put(received.map(({ exception: _, ...row }) => row))
  await tx.outbox.advance(nothingSent)
  const again = await renumber(tx, writer)
  const [feed, device] = await Promise.all([tx.meta.get('feed'), tx.meta.get('device')])
  if (feed === undefined || device === undefined || again.length === 0) return
  const surroundings = { siteId: device.siteId, oldestGen: feed.loading ? 0 : feed.gen }
  await rebuildViews(
    tx,
    again.map(({ record }) => record),
    feed.gen,
    surroundings,
  )
}
