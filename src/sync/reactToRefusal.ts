import { newId } from '#domain/ids.ts'
import { newIncarnation, offerAllAgain } from '#storage/newIncarnation.ts'
import { newWriter } from '#storage/newWriter.ts'
import type { Batch } from '#storage/nextBatch.ts'
import { setAside } from '#storage/setAside.ts'
import type { Store } from '#storage/store.ts'
import { type BatchSize, halve } from './batchSize.ts'
import type { Connection, Refusal } from './signedFetch.ts'

/**
 * What a device does when the server refuses a push (4-sync § 4.5, table of errors); the outbox keeps its operations
 * whatever the refusal.
 * @returns whether the push may go on; otherwise the round ends
 */
export async function reactToRefusal(
  { store, connection }: { readonly store: Store; readonly connection: Connection },
  batch: Batch,
  { error }: Refusal,
  size: BatchSize,
): Promise<boolean> {
  const writer = () => newId(connection.clock.today.current().day, connection.random)
  const named = batch.operations.find(({ id }) => id === error.id)
  switch (error.code) {
    case 'malformed':
    case 'operation_reused':
      return named !== undefined && (await setAside(store, named.id, error.code, writer()))
    case 'too_large': {
      const [only, ...others] = batch.operations
      if (only !== undefined && others.length === 0) return setAside(store, only.id, error.code, writer())
      halve(size, batch)
      return true
    }
    case 'server_restored':
      if (error.incarnation === undefined || error.incarnation <= batch.incarnation) return false
      await newIncarnation(store, error.incarnation, writer())
      return true
    case 'sequence_gap':
      await offerAllAgain(store, writer())
      return true
    case 'sequence_conflict':
      await newWriter(store, writer())
      return true
    default:
      return false
  }
}
