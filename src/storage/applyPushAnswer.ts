import type { PushAnswer } from '#protocol/sync.ts'
import type { Batch } from './nextBatch.ts'
import { receivedUpTo, withReceived } from './sent.ts'
import type { Store } from './store.ts'

/** stale: the answer belongs to a writer or an incarnation that is no longer ours; nothing was learnt from it. */
export type PushOutcome = { readonly state: 'applied'; readonly acked: number } | { readonly state: 'stale' }

/**
 * Takes note of what the server received (SYN-7): only operations named in that very request, only up to `acked`,
 * only if they were still pending. Records are untouched: the pull alone brings what became of them.
 */
export function applyPushAnswer(store: Store, batch: Batch, answer: PushAnswer): Promise<PushOutcome> {
  // Relaxed: an acknowledgement lost with the power is learnt again by sending again (SYN-61).
  return store.write(['outbox', 'meta'], 'relaxed', async (tx) => {
    const [{ writer, feed }, sent, [next]] = await Promise.all([
      tx.meta.all(),
      tx.outbox.sent(),
      tx.outbox.inState('pending', 1),
    ])
    const ours = writer?.id === batch.writer && feed?.incarnation === batch.incarnation
    if (!ours || answer.incarnation !== batch.incarnation) return { state: 'stale' }

    const received = batch.operations.filter(({ n, seq }) => n > receivedUpTo(sent) && seq <= answer.acked)
    const [first, last] = [received.at(0), received.at(-1)]
    // Nothing that waits may lie before: the place up to which all was received would pass over it.
    const isNext = first !== undefined && next !== undefined && first.n <= next.n
    if (isNext && last !== undefined) {
      await tx.outbox.advance(withReceived(sent, last.n, answer.head))
      const results = new Map(answer.results.map((result) => [result.id, result]))
      const told = received.flatMap((row) => {
        const outcome = results.get(row.id)
        return outcome === undefined ? [] : [{ ...row, outcome }]
      })
      if (told.length > 0) await tx.outbox.put(told)
    }
    if (answer.backedUp > feed.backedUp) await tx.meta.set('feed', { ...feed, backedUp: answer.backedUp })
    return { state: 'applied', acked: isNext ? received.length : 0 }
  })
}
