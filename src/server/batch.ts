import { visit } from '#domain/kinds/visit.ts'
import type { OperationBody } from '#domain/operation.ts'
import type { PushResult } from '#protocol/sync.ts'
import { applyOperation, type Batch } from './apply.ts'
import type { Logged, Step } from './queue.ts'
import { allWithIds, recordsById } from './records.ts'
import type { Writing } from './store.ts'
import type { Tenant } from './tenant.ts'

/** Reads at once every record, author and place that the operations to apply will touch or name. */
export async function openBatch(
  tx: Writing,
  tenant: Tenant,
  steps: readonly Step[],
  rest: Omit<Batch, 'records' | 'held'>,
): Promise<Batch> {
  const operations = steps.filter(({ type }) => type === 'apply').map(({ arrived }) => arrived.operation)
  const touched = new Set(operations.map(({ record }) => record))
  const records = await recordsById(tx, tenant.id, [
    ...new Set([...touched, ...operations.map(({ by }) => by), ...operations.flatMap(placeOf)]),
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

/** The place a visit names: its opening is the first day that a visit may have (SEC-76). */
function placeOf({ kind, set }: OperationBody): readonly string[] {
  const place = kind === visit.kind ? set?.placeId : undefined
  return typeof place === 'string' ? [place] : []
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
