import type { Day } from '#domain/day.ts'
import { type Id, newId } from '#domain/ids.ts'
import { kinds } from '#domain/kinds.ts'
import type { Change, OperationBody } from '#domain/operation.ts'
import type { Result } from '#domain/result.ts'
import { canonical } from '#protocol/canonical.ts'
import { asResult, type SaveFailure } from './failures.ts'
import { type Standing, standing, writeViews } from './rebuildViews.ts'
import type { Store, StoredOperation, WriteTx } from './store.ts'
import { sha256Base64url } from './vault/digest.ts'
import { randomBytes } from './vault/random.ts'

/** One change to one record, as a form knows it. */
export interface Intent {
  readonly kind: string
  readonly record: Id
  /** From `openRecord` when the form opened; 0 for a new record. */
  readonly base: number
  /** The operation's id, drawn when the form opens: saving twice with one id is one save (SEC-41). */
  readonly id?: Id | undefined
  readonly change?: Change | undefined
  readonly act?: 'delete' | 'restore' | 'discard' | undefined
  /** Set while the clock cannot be trusted (SYN-25). */
  readonly clock?: 'unverified' | undefined
}

/** What a person means by one press: all of it is saved, or nothing. */
export interface Intention {
  readonly operations: readonly Intent[]
  /** The member who declares it. */
  readonly by: Id
  /** The author's day. */
  readonly day: Day
  /** The record whose draft this replaces. */
  readonly draftDone?: Id | undefined
}

export interface Saved {
  readonly operations: readonly Id[]
  /** True when everything had been saved before: a second press. */
  readonly repeated: boolean
}

interface Prepared {
  readonly body: OperationBody
  readonly text: string
  readonly hash: string
}

/** The id of a new record, drawn when its form opens. */
export function newRecordId(day: Day): Id {
  return newId(day, randomBytes)
}

/** The id of a new operation, drawn when its form opens. */
export function newOperationId(day: Day): Id {
  return newId(day, randomBytes)
}

/**
 * Saves one intention: bodies and hashes first, then one strict transaction over views, outbox and sequence (SYN-1
 * to SYN-3). When it resolves with `ok` the work is on the disk; any failure left the database as it was.
 */
export async function saveIntention(store: Store, intention: Intention): Promise<Result<Saved, SaveFailure>> {
  const prepared = await Promise.all(intention.operations.map((intent) => prepare(intent, intention)))
  const result = await asResult(() =>
    store.write(['records', 'outbox', 'meta', 'drafts'], 'strict', (tx) => commit(tx, prepared, intention)),
  )
  if (!result.ok) return result
  const { reused, ...saved } = result.value
  if (reused.length > 0) return saveIntention(store, withFreshIds(intention, reused))
  store.told()
  return { ok: true, value: saved }
}

async function prepare(intent: Intent, { by, day }: Intention): Promise<Prepared> {
  const { kind, record, base, change, act, clock } = intent
  const schema = kinds.get(kind)?.schema
  if (schema === undefined) throw new Error(`no such kind: ${kind}`)
  if ((change === undefined) === (act === undefined)) throw new Error('an operation changes or acts')
  const id = intent.id ?? newOperationId(day)
  const body = {
    id,
    kind,
    schema,
    record,
    base,
    day,
    by,
    ...change,
    ...(act && { act }),
    ...(clock && { clock }),
  } as OperationBody
  const text = canonical(body)
  return { body, text, hash: await sha256Base64url(text) }
}

type Committed = Saved & { readonly reused: readonly Id[] }

/**
 * Inside the transaction: only the store is awaited, once for everything that is read and once for everything that
 * is written, since each wait costs as much as a write.
 */
async function commit(tx: WriteTx, prepared: readonly Prepared[], intention: Intention): Promise<Committed> {
  const ids = prepared.map(({ body }) => body.id)
  const [{ device, writer, feed }, known, before] = await Promise.all([
    tx.meta.all(),
    tx.outbox.withIds(ids),
    standing(
      tx,
      prepared.map(({ body }) => body.record),
    ),
  ])
  if (device === undefined || writer === undefined || feed === undefined) throw notEnrolled()
  const hashes = new Map(known.map(({ id, hash }) => [id, hash]))
  const reused = prepared.filter(({ body, hash }) => hashes.has(body.id) && hashes.get(body.id) !== hash)
  if (reused.length > 0)
    return { operations: ids, repeated: false, reused: reused.map(({ body }) => body.id) }

  const fresh = prepared.filter(({ body }) => !hashes.has(body.id))
  const rows = fresh.map((operation, index) => outboxRow(operation, writer.id, writer.seq + index + 1))
  const surroundings = { siteId: device.siteId, oldestGen: feed.loading ? 0 : feed.gen }
  await Promise.all([
    ...(rows.length > 0
      ? [
          tx.outbox.add(rows),
          tx.meta.set('writer', { id: writer.id, seq: writer.seq + rows.length }),
          writeViews(tx, withOperations(before, rows), feed.gen, surroundings),
        ]
      : []),
    ...(intention.draftDone === undefined ? [] : [tx.drafts.delete([intention.draftDone])]),
  ])
  return { operations: ids, repeated: rows.length === 0, reused: [] }
}

function outboxRow({ body, text, hash }: Prepared, writer: Id, seq: number): Omit<StoredOperation, 'n'> {
  const { id, record, day } = body
  return { id, record, day, body: text, hash, writer, seq }
}

/** The records these operations touch, with them on top: last in local order. */
function withOperations(before: Standing, rows: readonly Omit<StoredOperation, 'n'>[]): Standing {
  const touched = new Set(rows.map(({ record }) => record))
  const kept = before.ids.flatMap((id, index) =>
    touched.has(id) ? [[id, before.records[index]] as const] : [],
  )
  return {
    ids: kept.map(([id]) => id),
    records: kept.map(([, record]) => record),
    live: [...before.live, ...rows],
  }
}

/** An id that already names other work: the new content is another intention, it is not dropped. */
function withFreshIds(intention: Intention, reused: readonly Id[]): Intention {
  const operations = intention.operations.map((intent) =>
    intent.id !== undefined && reused.includes(intent.id) ? { ...intent, id: undefined } : intent,
  )
  return { ...intention, operations }
}

/** The database was emptied behind the app: for the person, storage is closed and nothing was saved (SEC-41). */
function notEnrolled(): Error {
  const error = new Error('this device is not enrolled')
  error.name = 'DatabaseClosedError'
  return error
}
