import type { Id } from '#domain/ids.ts'
import { limits } from '#protocol/limits.ts'
import type { OutboxRow, Store } from './store.ts'

/** What one push will say, and what its answer must be compared with (SYN-7). */
export interface Batch {
  readonly writer: Id
  readonly incarnation: number
  readonly seen: string | null
  /** In sequence, never empty. */
  readonly operations: readonly OutboxRow[]
}

/**
 * The oldest pending operations, at most `size` of them and within what a body may inflate to. `null` when nothing
 * is pending. One operation always goes, however large: only the server may call it too large.
 * @param after those behind this place in local order, for a batch made ready while the one before travels
 */
export function nextBatch(store: Store, size: number, after = 0): Promise<Batch | null> {
  return store.read(['outbox', 'meta'], async (tx) => {
    const [writer, feed, pending] = await Promise.all([
      tx.meta.get('writer'),
      tx.meta.get('feed'),
      tx.outbox.inState('pending', Math.min(size, limits.pushOperations), after),
    ])
    if (writer === undefined || feed === undefined || pending.length === 0) return null
    let bytes = envelopeBytes
    const fitting = pending.findIndex((row) => {
      bytes += row.body.length * bytesPerUnit + envelopeBytes / 10
      return bytes > limits.inflatedBytes
    })
    const operations = fitting === -1 ? pending : pending.slice(0, Math.max(1, fitting))
    return { writer: writer.id, incarnation: feed.incarnation, seen: feed.cursor, operations }
  })
}

/** Room for the members around the operations. */
const envelopeBytes = 1024
/** A UTF-16 unit takes at most 3 bytes of UTF-8. */
const bytesPerUnit = 3
