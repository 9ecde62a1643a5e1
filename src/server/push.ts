import { err, ok, type Result } from '#domain/result.ts'
import type { PushAnswer } from '#protocol/sync.ts'
import type { Identity } from './auth.ts'
import { closeBatch, openBatch, runPlan } from './batch.ts'
import type { Fault } from './fault.ts'
import { type Arrived, type Logged, planPush } from './queue.ts'
import type { ReadPush } from './readPush.ts'
import { allWithIds } from './records.ts'
import type { Writing } from './store.ts'
import { lockTenant } from './tenant.ts'
import { dayAt, instantAt } from './time.ts'
import type { World } from './world.ts'

/**
 * One push, one transaction, whose first statement takes the network's row (SYN-37, SYN-38). It answers only after
 * the commit is on disk.
 */
export function push(
  world: World,
  device: Identity,
  { incarnation, writer, now, arrivals }: ReadPush,
): Promise<Result<PushAnswer, Fault>> {
  const time = world.clock()
  return world.store.transaction(async (tx) => {
    const tenant = await lockTenant(tx, device.tenant)
    if (tenant.incarnation !== incarnation)
      return err({ type: 'server_restored', more: { incarnation: tenant.incarnation } })
    const acked = await ackedOf(tx, device, writer)
    if (acked === undefined) return err({ type: 'sequence_conflict', more: { acked: 0 } })
    const plan = planPush(arrivals, {
      acked,
      byId: await loggedById(tx, device.tenant, arrivals),
      atSeq: await idsAtSeq(tx, device.tenant, writer, arrivals, acked),
    })
    if (!plan.ok) return plan
    const batch = await openBatch(tx, tenant, plan.value, {
      tx,
      tenant,
      rev: tenant.rev,
      writer,
      device: device.device,
      site: device.site,
      use: device.use,
      today: dayAt(time),
      offsetMinutes: now === undefined ? null : Math.round((Date.parse(now) - time) / 60_000),
      random: world.random,
      onFailure: world.onFailure,
    })
    const results = await runPlan(batch, plan.value)
    const last = Math.max(acked, ...arrivals.map(({ operation }) => operation.seq))
    await closeBatch(batch, acked, last)
    return ok({
      incarnation: tenant.incarnation,
      head: batch.rev,
      backedUp: tenant.backedUp,
      time: instantAt(time),
      acked: last,
      results,
    })
  })
}

/** How far this writer got: 0 if it is new, `undefined` if it belongs to another device (SYN-55). */
async function ackedOf(tx: Writing, device: Identity, writer: string): Promise<number | undefined> {
  const row = await tx.get<{ device: string; acked: number }>(
    'select device, acked from writer where tenant = $1 and id = $2',
    [device.tenant, writer],
  )
  if (row === undefined) return 0
  return row.device === device.device ? row.acked : undefined
}

async function loggedById(
  tx: Writing,
  tenant: string,
  arrivals: readonly Arrived[],
): Promise<Map<string, Logged>> {
  const rows = await allWithIds<Logged>(
    tx,
    (list) => `select id, hash, status, code, made from operation where tenant = $1 and id in (${list})`,
    tenant,
    arrivals.map(({ operation }) => operation.id),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Which operations lie at the places of the sequence that this push names again. */
async function idsAtSeq(
  tx: Writing,
  tenant: string,
  writer: string,
  arrivals: readonly Arrived[],
  acked: number,
): Promise<Map<number, string>> {
  const first = Math.min(...arrivals.map(({ operation }) => operation.seq))
  if (first > acked) return new Map()
  const last = Math.max(...arrivals.map(({ operation }) => operation.seq))
  const rows = await tx.all<{ seq: number; id: string }>(
    `select seq, id from operation where tenant = $1 and writer = $2 and seq between $3 and $4
     union all select seq, id from repeated where tenant = $1 and writer = $2 and seq between $3 and $4`,
    [tenant, writer, first, last],
  )
  return new Map(rows.map(({ seq, id }) => [seq, id]))
}
