import type { Id } from '#domain/ids.ts'
import type { Store, StoredOperation, WriteTx } from './store.ts'

/**
 * Starts a new sequence (SYN-11): a fresh writer, pending operations renumbered 1…m in local order. For when the
 * memory of this device may have gone back in time. Acked and kept operations stay as they are.
 */
export async function newWriter(store: Store, id: Id): Promise<void> {
  await store.write(['outbox', 'meta'], 'strict', (tx) => renumber(tx, id))
}

/** The same, within a transaction. @returns what is pending */
export async function renumber(tx: WriteTx, writer: Id): Promise<readonly StoredOperation[]> {
  const pending = await tx.outbox.inState('pending')
  // What an earlier server said of an operation that is offered again is no news any more.
  const rows = pending.map(({ outcome: _, ...row }, index) => ({ ...row, writer, seq: index + 1 }))
  if (rows.length > 0) await tx.outbox.put(rows)
  await tx.meta.set('writer', { id: writer, seq: rows.length })
  return rows
}
