import type { Id } from '#domain/ids.ts'
import type { HeldCode } from '#domain/operation.ts'
import type { Batch } from './apply.ts'
import type { Arrived } from './queue.ts'

const insert = `insert into operation
  (tenant, id, rev, writer, seq, device, author, kind, record, schema, base, body, hash, sig, status, code, made,
   day_received, offset_minutes)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`

/** Writes an operation to the log for ever: one row per id, with what became of it (SYN-44, SYN-57). */
export async function logOperation(
  batch: Batch,
  { operation, body, hash }: Arrived,
  rev: number,
  status: 'applied' | 'conflict' | 'held',
  code: HeldCode | null,
  made: readonly Id[],
): Promise<void> {
  await batch.tx.run(insert, [
    batch.tenant.id,
    operation.id,
    rev,
    batch.writer,
    operation.seq,
    batch.device,
    operation.by,
    operation.kind,
    operation.record,
    operation.schema,
    operation.base,
    body,
    hash,
    operation.sig ?? null,
    status,
    code,
    made.length > 0 ? JSON.stringify(made) : null,
    batch.today,
    batch.offsetMinutes,
  ])
}
