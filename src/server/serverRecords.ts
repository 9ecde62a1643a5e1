import { type Id, newId } from '#domain/ids.ts'
import type { Facts, Value } from '#domain/kind.ts'
import { kinds } from '#domain/kinds.ts'
import type { Clash } from '#domain/merge.ts'
import type { OperationBody } from '#domain/operation.ts'
import type { FoldedRecord } from '#domain/record.ts'
import type { Batch } from './apply.ts'
import { type StoredRecord, writeRecord } from './records.ts'

/** The losing value, its author and its day, beside the value that was kept (SYN-79). */
export async function makeConflict(
  batch: Batch,
  operation: OperationBody,
  site: string | null,
  clash: Clash,
): Promise<Id> {
  const loser = await batch.tx.get<{ author: string; body: string }>(
    'select author, body from operation where tenant = $1 and rev = $2',
    [batch.tenant.id, clash.lostRev],
  )
  const id = newId(batch.today, batch.random)
  await makeRecord(batch, { id, rev: ++batch.rev, kind: 'conflict', site }, operation, {
    record: operation.record,
    recordKind: operation.kind,
    field: clash.field,
    ...(clash.element !== undefined && { element: clash.element }),
    ...shown('kept', clash.kept),
    ...shown('lost', clash.lost),
    keptBy: operation.by,
    keptDay: operation.day,
    ...(loser && { lostBy: loser.author, lostDay: (JSON.parse(loser.body) as OperationBody).day }),
  })
  return id
}

/** An emptied field has no value to show; a list of a newer version is shown as its JSON. */
function shown(name: 'kept' | 'lost', value: Value): Facts {
  if (value === null) return {}
  return { [name]: typeof value === 'object' ? JSON.stringify(value).slice(0, 280) : value }
}

interface Made {
  readonly id: Id
  readonly rev: number
  readonly kind: 'held' | 'conflict'
  readonly site: string | null
}

/** A record that no device wrote: what happened to an operation, for the team of the site. */
export async function makeRecord(
  batch: Batch,
  { id, rev, kind, site }: Made,
  operation: OperationBody,
  facts: Facts,
): Promise<void> {
  const folded: FoldedRecord = {
    id,
    kind,
    schema: kinds.get(kind)?.schema ?? 1,
    rev,
    deleted: false,
    parallel: false,
    facts,
    stamps: {},
  }
  const record: StoredRecord = { folded, site, author: operation.by, madeOn: batch.today }
  await writeRecord(batch.tx, batch.tenant.id, record, true)
  batch.records.set(id, record) // a restored server gets an operation and its discard in one push
}

/** This id, or another when a device was quick enough to take it for a record of its own. */
export async function freeId(batch: Batch, id: Id): Promise<Id> {
  const taken = await batch.tx.get('select id from record where tenant = $1 and id = $2', [
    batch.tenant.id,
    id,
  ])
  return taken === undefined ? id : newId(batch.today, batch.random)
}
