import type { Day } from '#domain/day.ts'
import { heldIdOf } from '#domain/heldIds.ts'
import type { Id, RandomBytes } from '#domain/ids.ts'
import { visit } from '#domain/kinds/visit.ts'
import { kinds } from '#domain/kinds.ts'
import type { Merge } from '#domain/merge.ts'
import type { HeldCode, OperationBody } from '#domain/operation.ts'
import type { PushResult } from '#protocol/sync.ts'
import { authorsDay, judge } from './judge.ts'
import { logOperation } from './operationLog.ts'
import { project } from './project.ts'
import type { Arrived } from './queue.ts'
import { type StoredRecord, writeRecord } from './records.ts'
import { freeId, makeConflict, makeRecord } from './serverRecords.ts'
import type { Writing } from './store.ts'
import type { Tenant } from './tenant.ts'

/** What a push carries from one operation to the next; everything in it was read once, before the first. */
export interface Batch {
  readonly tx: Writing
  readonly tenant: Tenant
  /** The counter: grows with each row written. */
  rev: number
  readonly records: Map<string, StoredRecord>
  /** Records that do not exist and have an operation waiting for a person. */
  readonly held: Set<string>
  readonly writer: string
  readonly device: string
  readonly site: string
  readonly use: 'staff' | 'borne'
  readonly today: Day
  readonly offsetMinutes: number | null
  readonly random: RandomBytes
  /** Told about an operation that failed for no reason of its own: a bug to find (SYN-23). */
  readonly onFailure: (error: unknown) => void
}

/**
 * Gives one operation its place: applied, applied with conflicts, or held. Its failure is its own: whatever is thrown
 * while it is judged or written undoes only itself, and it is held as `failed` (SYN-23). What fails after that is not
 * about this operation (disk, lock), and rolls the whole push back.
 * @returns what the device must know, or `undefined` when it was plainly applied (SYN-62)
 */
export async function applyOperation(batch: Batch, arrived: Arrived): Promise<PushResult | undefined> {
  const { rev } = batch
  try {
    return await batch.tx.savepoint(() => place(batch, arrived, verdict(batch, arrived)))
  } catch (error) {
    batch.onFailure(error)
    batch.rev = rev
    return batch.tx.savepoint(() => hold(batch, arrived, 'failed'))
  }
}

function verdict(batch: Batch, { operation, body }: Arrived): Merge {
  return judge(
    operation,
    {
      record: batch.records.get(operation.record),
      author: batch.records.get(operation.by),
      isCreationHeld: batch.held.has(operation.record),
      place: operation.kind === visit.kind ? batch.records.get(String(operation.set?.placeId)) : undefined,
      tenant: batch.tenant.id,
      founder: batch.tenant.founder,
      site: batch.site,
      use: batch.use,
      today: batch.today,
      rev: batch.rev + 1,
      writer: batch.writer,
      holes: batch.tenant.holes,
    },
    body.length,
  )
}

async function place(batch: Batch, arrived: Arrived, verdict: Merge): Promise<PushResult | undefined> {
  if (verdict.status === 'held') return hold(batch, arrived, verdict.code)
  const { operation } = arrived
  const before = batch.records.get(operation.record)
  const record: StoredRecord = {
    folded: verdict.record,
    site: before === undefined ? siteOf(operation, batch.site) : before.site,
    author: before?.author ?? operation.by,
    madeOn: before?.madeOn ?? authorsDay(operation, batch.today),
  }
  const rev = ++batch.rev
  await writeRecord(batch.tx, batch.tenant.id, record, before === undefined)
  await project(batch.tx, batch.tenant.id, record)
  const made: Id[] = []
  for (const clash of verdict.clashes) made.push(await makeConflict(batch, operation, record.site, clash))
  await logOperation(batch, arrived, rev, made.length > 0 ? 'conflict' : 'applied', null, made)
  batch.records.set(operation.record, record)
  return made.length > 0 ? { id: operation.id, status: 'conflict', records: made } : undefined
}

/** Of a site its own id, of the whole network none, otherwise the site of the device that made it. */
function siteOf(operation: OperationBody, site: string): string | null {
  if (operation.kind === 'site') return operation.record
  return kinds.get(operation.kind)?.scope === 'network' ? null : site
}

/** Keeps an operation that may not be applied, where its team will find it (SYN-46). */
async function hold(batch: Batch, arrived: Arrived, code: HeldCode): Promise<PushResult> {
  const { operation, body } = arrived
  const rev = ++batch.rev
  const id = await freeId(batch, heldIdOf(operation.id))
  await makeRecord(batch, { id, rev, kind: 'held', site: batch.site }, operation, {
    operation: operation.id,
    record: operation.record,
    recordKind: operation.kind,
    reason: code,
    by: operation.by,
    device: batch.device,
    day: operation.day,
    body,
  })
  await logOperation(batch, arrived, rev, 'held', code, [id])
  if (!batch.records.has(operation.record)) batch.held.add(operation.record)
  return { id: operation.id, status: 'held', code, records: [id] }
}
