import type { StoredRecord } from './records.ts'
import type { Writing } from './store.ts'

/**
 * Keeps derived tables true to a record that was just written, in the same transaction. Today: a device record that
 * says revoked or lost closes the door to its key (SEC-87). Reports will have their columns here (SYN-45).
 */
export async function project(tx: Writing, tenant: string, { folded }: StoredRecord): Promise<void> {
  if (folded.kind !== 'device') return
  const state = folded.deleted ? 'revoked' : (folded.facts.state ?? 'active')
  await tx.run('update device set state = $3 where tenant = $1 and id = $2', [
    tenant,
    folded.id,
    String(state),
  ])
}
