import type { Id } from '#domain/ids.ts'
import { kinds } from '#domain/kinds.ts'
import type { OperationBody } from '#domain/operation.ts'
import { overlay, type View } from '#domain/overlay.ts'
import type { OutboxRow, ReadTx, StoredRecord, WriteTx } from './store.ts'

/** The part of a record that does not depend on live operations. */
export type Ground = Pick<StoredRecord, 'id' | 'kind' | 'row' | 'deleted' | 'gen'>

/** What a view needs of an operation. */
export type LiveOperation = Pick<OutboxRow, 'record' | 'body'>

/** Some records as they are stored, and the live operations on them in local order. */
export interface Standing {
  readonly ids: readonly Id[]
  readonly records: readonly (StoredRecord | undefined)[]
  readonly live: readonly LiveOperation[]
}

/** Whose device this is, and from which generation rows are still current (SYN-13); 0 while a snapshot loads. */
export interface Surroundings {
  readonly siteId: Id
  readonly oldestGen: number
}

/**
 * A record with its view and its place in the index: a pure function of the row and the live operations (SYN-6).
 * `undefined` when nothing of it is left to keep: never told and nothing waiting, or of an old generation.
 */
export function recordOf(
  ground: Ground,
  live: readonly LiveOperation[],
  { siteId, oldestGen }: Surroundings,
): StoredRecord | undefined {
  const { id, kind, row, deleted, gen } = ground
  const bare = { id, kind, row, gen, ...(deleted && { deleted }) }
  if (live.length === 0) {
    if (row === null || gen < oldestGen) return undefined
    return deleted ? bare : { ...bare, ...indexOf(row.facts) }
  }
  const bodies = live.map(bodyOf)
  const view = seen(overlay(row, bodies, siteId), bodies, ground, siteId)
  return view.deleted ? { ...bare, view } : { ...bare, view, ...indexOf(view.facts) }
}

/** The operation as its author made it. Later schemas convert older bodies here, never in the outbox (SYN-14). */
export function bodyOf(row: Pick<OutboxRow, 'body'>): OperationBody {
  return JSON.parse(row.body) as OperationBody
}

/** Writes again the views of these records from their rows and live operations, within a transaction. */
export async function rebuildViews(
  tx: WriteTx,
  ids: readonly Id[],
  newGen: number,
  surroundings: Surroundings,
): Promise<void> {
  const wanted = [...new Set(ids)]
  const [records, live] = await Promise.all([tx.records.getMany(wanted), tx.outbox.liveOf(wanted)])
  await writeViews(tx, { ids: wanted, records, live }, newGen, surroundings)
}

/**
 * Reads what the views of these records are made from, trusting the stored ones: a record without a view has no live
 * operation, and a new one, which is what most saves make, is not even looked for in the outbox.
 */
export async function standing(tx: ReadTx, ids: readonly Id[]): Promise<Standing> {
  const wanted = [...new Set(ids)]
  const records = await tx.records.getMany(wanted)
  const covered = records.flatMap((record) => (record?.view === undefined ? [] : [record.id]))
  const live = covered.length === 0 ? [] : await tx.outbox.liveOf(covered)
  return { ids: wanted, records, live }
}

/** Writes the views that follow from what was read. @param newGen the generation of a record that is new here */
export async function writeViews(
  tx: WriteTx,
  { ids, records, live }: Standing,
  newGen: number,
  surroundings: Surroundings,
): Promise<void> {
  const liveByRecord = Map.groupBy(live, ({ record }) => record)
  const put: StoredRecord[] = []
  const gone: Id[] = []
  for (const [index, id] of ids.entries()) {
    const operations = liveByRecord.get(id) ?? []
    const stored = records[index]
    const isBare = stored !== undefined && stored.view === undefined && stored.row !== null
    if (isBare && operations.length === 0 && stored.gen >= surroundings.oldestGen) continue // it is its row already
    const ground = stored ?? { id, kind: kindOf(operations), row: null, gen: newGen }
    const record = recordOf(ground, operations, surroundings)
    if (record === undefined) gone.push(id)
    else put.push(record)
  }
  if (put.length > 0) await tx.records.put(put)
  if (gone.length > 0) await tx.records.delete(gone)
}

function kindOf(operations: readonly LiveOperation[]): string {
  const [first] = operations
  return first === undefined ? '' : bodyOf(first).kind
}

/** What the overlay cannot know: that the row under it is a tombstone, and which site a kind belongs to. */
function seen(view: View | null, bodies: readonly OperationBody[], ground: Ground, siteId: Id): View {
  if (view === null) throw new Error('a record with live operations has a view')
  const act = bodies.findLast(({ act }) => act === 'delete' || act === 'restore')?.act
  const deleted = act === undefined ? ground.deleted === true : act === 'delete'
  if (ground.row !== null) return { ...view, deleted }
  const own = kinds.get(view.kind)?.scope === 'network' ? null : view.kind === 'site' ? view.id : siteId
  return { ...view, siteId: own, deleted }
}

/** The columns by which lists find a record. */
export function indexOf(facts: View['facts']): { readonly place: string; readonly day: string } {
  const { placeId, day } = facts
  return { place: typeof placeId === 'string' ? placeId : '', day: typeof day === 'string' ? day : '' }
}
