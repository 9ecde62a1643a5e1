import type { Hole } from '#domain/merge.ts'
import type { Reading, Writing } from './store.ts'

/** The row of a network: its counter orders everything (SYN-37). */
export interface Tenant {
  readonly id: string
  readonly rev: number
  /** Raised by each restore from a backup (SYN-49). */
  readonly incarnation: number
  readonly holes: readonly Hole[]
  readonly backedUp: number
  readonly founder: string
  readonly systemWriter: string
}

interface TenantRow extends Omit<Tenant, 'holes'> {
  readonly holes: string
}

const columns =
  'id, rev, incarnation, holes, backed_up as "backedUp", founder, system_writer as "systemWriter"'

/** Takes the tenant's row: from here to the commit nobody else writes in this network (SYN-37). */
export async function lockTenant(tx: Writing, id: string): Promise<Tenant> {
  return tenantOf(
    await tx.get<TenantRow>(`update tenant set rev = rev where id = $1 returning ${columns}`, [id]),
    id,
  )
}

export async function readTenant(tx: Reading, id: string): Promise<Tenant> {
  return tenantOf(await tx.get<TenantRow>(`select ${columns} from tenant where id = $1`, [id]), id)
}

function tenantOf(row: TenantRow | undefined, id: string): Tenant {
  if (row === undefined) throw new Error(`a device names a network that does not exist: ${id.length}`)
  return { ...row, holes: JSON.parse(row.holes) }
}
