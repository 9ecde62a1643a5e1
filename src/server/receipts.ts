import * as v from 'valibot'
import { Id } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Receipt } from '#protocol/sync.ts'
import type { Identity } from './auth.ts'
import type { Fault } from './fault.ts'
import type { Store } from './store.ts'
import { readTenant } from './tenant.ts'
import { instantAt } from './time.ts'

/**
 * What the server holds of a writer of this device (SYN-72). A writer it does not know, or of another device, is one
 * of which it holds nothing: the two answers are the same (SEC-72).
 */
export async function receipt(
  store: Store,
  device: Identity,
  writer: string | undefined,
  time: number,
): Promise<Result<Receipt, Fault>> {
  if (!v.is(Id, writer)) return err({ type: 'malformed' })
  return store.read(async (tx) => {
    const tenant = await readTenant(tx, device.tenant)
    const row = await tx.get<{ acked: number }>(
      'select acked from writer where tenant = $1 and id = $2 and device = $3',
      [device.tenant, writer, device.device],
    )
    const counts = { applied: 0, held: 0, conflict: 0 }
    const statuses =
      row === undefined
        ? []
        : await tx.all<{ status: keyof typeof counts; count: number }>(
            'select status, count(*) as count from operation where tenant = $1 and writer = $2 group by status',
            [device.tenant, writer],
          )
    for (const { status, count } of statuses) counts[status] = Number(count)
    return ok({
      incarnation: tenant.incarnation,
      head: tenant.rev,
      backedUp: tenant.backedUp,
      time: instantAt(time),
      acked: row?.acked ?? 0,
      counts,
    })
  })
}
