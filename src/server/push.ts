import * as v from 'valibot'
import type { RandomBytes } from '#domain/ids.ts'
import { Operation } from '#domain/operation.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { hashedText } from '#protocol/canonical.ts'
import { limits } from '#protocol/limits.ts'
import { type PushAnswer, PushEnvelope, type PushResult } from '#protocol/sync.ts'
import { applyOperation, type Batch } from './apply.ts'
import type { Identity } from './auth.ts'
import { isTooDeep } from './body.ts'
import type { Fault } from './fault.ts'
import { type Arrived, type Logged, planPush, type Step } from './queue.ts'
import { allWithIds, recordsById } from './records.ts'
import { sha256 } from './signature.ts'
import type { Store, Writing } from './store.ts'
import { lockTenant, type Tenant } from './tenant.ts'
import { type Clock, dayAt, instantAt } from './time.ts'

/** Everything a push needs of the world. */
export interface World {
  readonly store: Store
  readonly clock: Clock
  readonly random: RandomBytes
  readonly onFailure: (error: unknown) => void
}

/** A push that can be read: its envelope and its operations, hashed. */
export interface ReadPush {
  readonly incarnation: number
  readonly writer: string
  readonly now: string | undefined
  readonly arrivals: readonly Arrived[]
}

/**
 * Reads a push. An operation that cannot be parsed is named, so that the device sets aside that one and no other
 * (SYN-23). Its members are kept as they came: a validator that copies would drop those it does not know.
 */
export function readPush(json: unknown): Result<ReadPush, Fault> {
  const operations =
    typeof json === 'object' && json !== null && 'operations' in json ? json.operations : undefined
  if (Array.isArray(operations) && operations.length > limits.pushOperations)
    return err({ type: 'too_large' })
  const envelope = v.safeParse(PushEnvelope, json)
  if (!envelope.success) return err({ type: 'malformed' })
  const arrivals: Arrived[] = []
  for (const value of envelope.output.operations) {
    const arrived = readOperation(value)
    if (arrived === undefined) return err({ type: 'malformed', more: named(value) })
    arrivals.push(arrived)
  }
  const { incarnation, writer, now } = envelope.output
  return ok({ incarnation, writer, now, arrivals })
}

/** The two containers around an operation count towards the depth of the body. */
const operationDepth = limits.depth - 2

function readOperation(value: unknown): Arrived | undefined {
  if (!v.is(Operation, value) || isTooDeep(value, operationDepth)) return undefined
  try {
    const body = hashedText(value)
    return { operation: value, body, hash: sha256(body, 'base64url') }
  } catch {
    return undefined // half a character: no canonical form (RFC 8785)
  }
}

function named(value: unknown): Readonly<Record<string, string>> {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
  return typeof id === 'string' && id.length <= 64 ? { id } : {}
}

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

/** Reads at once every record and author that the operations to apply will touch. */
export async function openBatch(
  tx: Writing,
  tenant: Tenant,
  steps: readonly Step[],
  rest: Omit<Batch, 'records' | 'held'>,
): Promise<Batch> {
  const operations = steps.filter(({ type }) => type === 'apply').map(({ arrived }) => arrived.operation)
  const touched = new Set(operations.map(({ record }) => record))
  const records = await recordsById(tx, tenant.id, [
    ...new Set([...touched, ...operations.map(({ by }) => by)]),
  ])
  const unknown = [...touched].filter((id) => !records.has(id))
  const held = await allWithIds<{ record: string }>(
    tx,
    (list) => `select record from operation where tenant = $1 and status = 'held' and record in (${list})`,
    tenant.id,
    unknown,
  )
  return { ...rest, records, held: new Set(held.map(({ record }) => record)) }
}

/** Does each step in order. A duplicate gets the outcome of the first time, read from the log (SYN-62). */
export async function runPlan(batch: Batch, steps: readonly Step[]): Promise<PushResult[]> {
  const results: PushResult[] = []
  for (const step of steps) {
    const { operation } = step.arrived
    if (step.type === 'apply') {
      const result = await applyOperation(batch, step.arrived)
      if (result !== undefined) results.push(result)
      continue
    }
    const first = step.first === undefined ? undefined : firstOutcome(step.first)
    if (first !== undefined) results.push(first)
    await batch.tx.run(
      `insert into repeated (tenant, writer, seq, id)
       select $1, $2, $3, $4 where not exists
         (select 1 from operation where tenant = $1 and writer = $2 and seq = $3)
       on conflict do nothing`,
      [batch.tenant.id, batch.writer, operation.seq, operation.id],
    )
  }
  return results
}

function firstOutcome({ id, status, code, made }: Logged): PushResult | undefined {
  const records = made === null ? [] : (JSON.parse(made) as string[])
  if (status === 'conflict') return { id, status, records }
  if (status === 'held') return { id, status, code: (code ?? 'failed') as never, records }
  return undefined
}

/** Writes the counter and the writer back: the last statements before the commit (SYN-38). */
export async function closeBatch(batch: Batch, before: number, acked: number): Promise<void> {
  const { tx, tenant, writer, device } = batch
  if (batch.rev !== tenant.rev)
    await tx.run('update tenant set rev = $2 where id = $1', [tenant.id, batch.rev])
  if (acked !== before)
    await tx.run(
      `insert into writer (tenant, id, device, acked) values ($1, $2, $3, $4)
       on conflict (tenant, id) do update set acked = excluded.acked`,
      [tenant.id, writer, device, acked],
    )
}
