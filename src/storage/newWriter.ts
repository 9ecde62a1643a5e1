import type { Id } from '#domain/ids.ts'
import type { OutboxRow, Store, WriteTx } from './store.ts'

/**
 * Starts a new sequence (SYN-11): a fresh writer, pending operations renumbered 1…m in local order. For when the
 * memory of this device may have gone back in time. Acked and kept operations stay as they are.
 */
export function newWriter(store: Store, id: Id): Promise<void> {
  return store.write(['outbox', 'meta'], 'strict', (tx) => renumber(tx, id))
}

/** The same, within a transaction. */
export async function renumber(tx: WriteTx, writer: Id): Promise<void> {
  const pending = await tx.outbox.inState('pending')
  const rows = pending.map((row, index): OutboxRow => ({ ...row, writer, seq: index + 1 }))
  if (rows.length > 0) await tx.outbox.put(rows)
  await tx.meta.set('writer', { id: writer, seq: rows.length })
}
