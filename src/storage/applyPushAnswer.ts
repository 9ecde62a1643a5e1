import type { PushAnswer } from '#protocol/sync.ts'
import type { Batch } from './nextBatch.ts'
import type { OutboxRow, Store } from './store.ts'

/** stale: the answer belongs to a writer or an incarnation that is no longer ours; nothing was learnt from it. */
export type PushOutcome = { readonly state: 'applied'; readonly acked: number } | { readonly state: 'stale' }

/**
 * Takes note of what the server received (SYN-7): only operations named in that very request, only up to `acked`,
 * only if they were still pending. Records are untouched: the pull alone brings what became of them.
 */
export function applyPushAnswer(store: Store, batch: Batch, answer: PushAnswer): Promise<PushOutcome> {
  // Relaxed: an acknowledgement lost with the power is learnt again by sending again (SYN-61).
  return store.write(['outbox', 'meta'], 'relaxed', async (tx) => {
    const [writer, feed, rows] = await Promise.all([
      tx.meta.get('writer'),
      tx.meta.get('feed'),
      tx.outbox.getMany(batch.operations.map(({ n }) => n)),
    ])
    const ours = writer?.id === batch.writer && feed?.incarnation === batch.incarnation
    if (!ours || answer.incarnation !== batch.incarnation) return { state: 'stale' }

    const results = new Map(answer.results.map((result) => [result.id, result]))
    const received = rows
      .filter((row) => row.state === 'pending' && row.writer === batch.writer && row.seq <= answer.acked)
      .map((row): OutboxRow => {
        const outcome = results.get(row.id)
        return { ...row, state: 'acked', ackHead: answer.head, ...(outcome && { outcome }) }
      })
    if (received.length > 0) await tx.outbox.put(received)
    if (answer.backedUp > feed.backedUp) await tx.meta.set('feed', { ...feed, backedUp: answer.backedUp })
    return { state: 'applied', acked: received.length }
  })
}
