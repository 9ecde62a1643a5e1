import type { Collection, Table } from 'dexie'
import { nothingSent, placesOf, type Sent, withState } from './sent.ts'
import type { OutboxRow, OutboxState, StoredOperation, WriteTx } from './store.ts'

export interface MetaRow {
  readonly key: string
  readonly value: unknown
}

type Operations = Table<StoredOperation, number, Omit<StoredOperation, 'n'>>

/** Records asked one by one; beyond, in one walk of the index. */
const few = 8

/** The outbox over IndexedDB: rows by place, states from how far it has gone. */
export function dexieOutbox(table: Operations, meta: Table<MetaRow, string>): WriteTx['outbox'] {
  const sent = async () => ((await meta.get('sent'))?.value as Sent | undefined) ?? nothingSent
  const exceptional = (state: OutboxState) => table.where('exception.state').equals(state)
  const between = (after: number, upTo: number) => table.where(':id').between(after, upTo, false, true)

  const inState = async (state: OutboxState, limit = Number.POSITIVE_INFINITY, after = 0) => {
    const [gone, others] = await Promise.all([sent(), exceptional(state).toArray()])
    const apart = others.filter(({ n }) => n > after)
    if (state === 'aside') return rowsOf(apart, gone).slice(0, limit)
    const [from, upTo] = placesOf(state, gone)
    const regular = await regularAfter(between, Math.max(from, after), upTo, limit)
    return rowsOf([...regular, ...apart], gone).slice(0, limit)
  }
  const ofRecords = async (records: readonly string[]) => {
    if (records.length > few)
      return table
        .where('record')
        .anyOf([...records])
        .toArray()
    return (await Promise.all(records.map((record) => table.where('record').equals(record).toArray()))).flat()
  }
  return {
    sent,
    inState,
    withIds: async (ids) =>
      inOrder(
        await table
          .where('id')
          .anyOf([...ids])
          .toArray(),
      ),
    liveOf: async (records) => {
      const gone = await sent()
      if (records.length <= few) return rowsOf(await ofRecords(records), gone).filter(isLive)
      // A page of a thousand records meets few live operations, often none: those are read, not a thousand keys.
      const late = await exceptional('acked').toArray()
      const live = await between(gone.keptUpTo, Number.MAX_SAFE_INTEGER).count()
      if (live + late.length === 0) return []
      if (live > 2 * records.length) return rowsOf(await ofRecords(records), gone).filter(isLive)
      const wanted = new Set(records)
      const stretch = await between(gone.keptUpTo, Number.MAX_SAFE_INTEGER).toArray()
      const found = new Map([...stretch, ...late].map((row) => [row.n, row]))
      return rowsOf([...found.values()], gone).filter((row) => isLive(row) && wanted.has(row.record))
    },
    ofRecord: async (record) => {
      const [gone, rows] = await Promise.all([sent(), ofRecords([record])])
      return rowsOf(rows, gone)
    },
    exceptions: async () => {
      const [gone, rows] = await Promise.all([sent(), table.where('exception.state').above('').toArray()])
      return rowsOf(rows, gone)
    },
    count: async (state) => {
      const apart = await exceptional(state).count()
      if (state === 'aside') return apart
      const [from, upTo] = placesOf(state, await sent())
      const misplaced = await table.where('exception.state').above('').toArray()
      const away = misplaced.filter(({ n }) => n > from && n <= upTo).length
      return (await between(from, upTo).count()) - away + apart
    },
    add: async (rows) => void (await table.bulkAdd(rows.map(bare))),
    put: async (rows) => void (await table.bulkPut(rows.map(bare))),
    advance: async (gone) => void (await meta.put({ key: 'sent', value: gone })),
    delete: (ns) => table.bulkDelete([...ns]),
    deleteUpTo: async (n) => {
      const stay = await table.where('exception.state').above('').primaryKeys()
      const edges = [0, ...stay.filter((place) => place <= n), n + 1]
      for (const [at, edge] of edges.slice(1).entries()) {
        await table.where(':id').between(edges[at], edge, false, false).delete()
      }
    },
  }
}

/** The operations of a stretch, without the exceptions that lie in it. */
async function regularAfter(
  between: (after: number, upTo: number) => Collection<StoredOperation, number, Omit<StoredOperation, 'n'>>,
  from: number,
  upTo: number,
  limit: number,
): Promise<readonly StoredOperation[]> {
  if (from >= upTo) return []
  const rows = between(from, upTo)
  const found = await (limit === Number.POSITIVE_INFINITY ? rows : rows.limit(limit)).toArray()
  const regular = found.filter(({ exception }) => exception === undefined)
  const isShort = found.length === limit && regular.length < limit
  const last = found.at(-1)
  if (!isShort || last === undefined) return regular
  return [...regular, ...(await regularAfter(between, last.n, upTo, limit - regular.length))]
}

function isLive({ state }: OutboxRow): boolean {
  return state === 'pending' || state === 'acked'
}

/** What is stored of a row: its state follows from its place. */
function bare<Row extends object>(row: Row): Omit<Row, 'state' | 'ackHead'> {
  const { state: _, ackHead: __, ...stored } = row as Row & Partial<OutboxRow>
  return stored as unknown as Omit<Row, 'state' | 'ackHead'>
}

function rowsOf(rows: readonly StoredOperation[], gone: Sent): OutboxRow[] {
  return inOrder(rows.map((row) => withState(row, gone)))
}

function inOrder<Row extends StoredOperation>(rows: Row[]): Row[] {
  return rows.sort((left, right) => left.n - right.n)
}
