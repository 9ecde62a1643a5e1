import type { Id } from '#domain/ids.ts'
import { appVersion } from '#protocol/version.ts'
import { renumber } from './newWriter.ts'
import { rebuildViews } from './rebuildViews.ts'
import { withState } from './sent.ts'
import type { Store } from './store.ts'

/**
 * Takes out of the queue one operation that the server cannot read or that is too large alone (SYN-23): kept, shown,
 * exportable. It blocks nothing: the others go on under a fresh writer, since the sequence has no hole (SYN-11).
 * @returns false when it was not pending any more
 */
export function setAside(store: Store, id: Id, reason: string, writer: Id): Promise<boolean> {
  return store.write(['records', 'outbox', 'meta'], 'strict', async (tx) => {
    const [found, sent] = await Promise.all([tx.outbox.withIds([id]), tx.outbox.sent()])
    const [row] = found
    const [feed, device] = await Promise.all([tx.meta.get('feed'), tx.meta.get('device')])
    if (
      row === undefined ||
      withState(row, sent).state !== 'pending' ||
      feed === undefined ||
      device === undefined
    )
      return false
    const exception = { state: 'aside', ackHead: 0 } as const
    await tx.outbox.put([{ ...row, exception, reason, triedBy: appVersion }])
    await renumber(tx, writer)
    const surroundings = { siteId: device.siteId, oldestGen: feed.loading ? 0 : feed.gen }
    await rebuildViews(tx, [row.record], feed.gen, surroundings)
    return true
  })
}
