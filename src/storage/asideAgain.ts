import type { Id } from '#domain/ids.ts'
import type { PushAnswer } from '#protocol/sync.ts'
import { appVersion } from '#protocol/version.ts'
import { rebuildViews } from './rebuildViews.ts'
import type { OutboxRow, Store } from './store.ts'

/** The next set-aside operation that this version of the application has not offered yet (SYN-23). */
export async function asideToOffer(store: Store, version = appVersion): Promise<OutboxRow | undefined> {
  const aside = await store.read(['outbox'], (tx) => tx.outbox.inState('aside'))
  return aside.find(({ triedBy }) => triedBy !== version)
}

/** Still refused: not offered again before the next update. */
export function asideRefused(store: Store, id: Id, version = appVersion): Promise<void> {
  return store.write(['outbox'], 'relaxed', async (tx) => {
    const [row] = await tx.outbox.withIds([id])
    if (row?.exception?.state === 'aside') await tx.outbox.put([{ ...row, triedBy: version }])
  })
}

/** Received at last, alone, under a writer of its own: from here it is an operation like any other. */
export function asideReceived(store: Store, id: Id, writer: Id, answer: PushAnswer): Promise<void> {
  return store.write(['records', 'outbox', 'meta'], 'relaxed', async (tx) => {
    const [feed, device] = await Promise.all([tx.meta.get('feed'), tx.meta.get('device')])
    const [row] = await tx.outbox.withIds([id])
    if (row?.exception?.state !== 'aside' || feed?.incarnation !== answer.incarnation || device === undefined)
      return
    const { reason: _, triedBy: __, ...rest } = row
    const outcome = answer.results.find((result) => result.id === id)
    const exception = { state: 'acked', ackHead: answer.head } as const
    await tx.outbox.put([{ ...rest, writer, seq: 1, exception, ...(outcome && { outcome }) }])
    const surroundings = { siteId: device.siteId, oldestGen: feed.loading ? 0 : feed.gen }
    await rebuildViews(tx, [row.record], feed.gen, surroundings)
  })
}
