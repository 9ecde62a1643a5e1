import { Dexie, type Table } from 'dexie'
import type { Meta } from './meta.ts'
import { saveSignal } from './saveSignal.ts'
import type {
  Draft,
  OutboxRead,
  OutboxRow,
  OutboxState,
  QuarantineRow,
  RecordsRead,
  Store,
  StoredRecord,
  TableName,
  WriteTx,
} from './store.ts'

/**
 * Tables and indexes, version 1. One index on records answers every list (a place's days, settings by kind):
 * each index costs 5 to 10 % of every write. A record that no list may show has no `place` and is not in it.
 */
export const tablesV1: Readonly<Record<TableName, string>> = {
  records: 'id, [kind+place+day]',
  outbox: '++n, &id, [state+n], [state+record]',
  quarantine: 'id',
  meta: 'key',
  drafts: 'record',
}

/** Sorts after every text. */
const last = '\uffff'

/** A connection to the database, not open yet. @param durability what each of its transactions waits for */
export function connection(name: string, durability: 'strict' | 'relaxed'): Dexie {
  // No cache of results: a list must never show what is not committed yet.
  const db = new Dexie(name, { chromeTransactionDurability: durability, cache: 'disabled' })
  db.version(1).stores(tablesV1)
  return db
}

/** The store over IndexedDB. @param relaxed a second connection to the same database */
export function dexieStore(strict: Dexie, relaxed: Dexie = strict): Store {
  const connections = {
    strict: { db: strict, tx: txOver(strict) },
    relaxed: { db: relaxed, tx: txOver(relaxed) },
  }
  // `async` here is not decoration: it is how Dexie knows that native promises run inside its transaction. Without
  // it a transaction may commit before a failing one has told so, and half an intention would be saved.
  return {
    ...saveSignal(),
    read: (tables, work) => strict.transaction('r', [...tables], async () => work(connections.strict.tx)),
    write: (tables, durability, work) => {
      const { db, tx } = connections[durability]
      return db.transaction('rw', [...tables], async () => work(tx))
    },
  }
}

function txOver(db: Dexie): WriteTx {
  const outbox: Table<OutboxRow, number, Omit<OutboxRow, 'n'>> = db.table('outbox')
  const meta: Table<{ readonly key: string; readonly value: unknown }, string> = db.table('meta')
  return {
    records: { ...keyed<StoredRecord>(db, 'records'), ...recordsRead(db.table('records')) },
    outbox: {
      ...outboxRead(outbox),
      add: async (rows) => void (await outbox.bulkAdd(rows)),
      put: async (rows) => void (await outbox.bulkPut(rows)),
      delete: (ns) => outbox.bulkDelete([...ns]),
    },
    quarantine: keyed<QuarantineRow>(db, 'quarantine'),
    meta: {
      // The table is written by `set` alone, which binds each key to its type.
      get: async <K extends keyof Meta>(key: K) => (await meta.get(key))?.value as Meta[K] | undefined,
      all: async () => Object.fromEntries((await meta.toArray()).map(({ key, value }) => [key, value])),
      set: async (key, value) => void (await meta.put({ key, value })),
    },
    drafts: keyed<Draft>(db, 'drafts'),
  }
}

function keyed<Value>(db: Dexie, name: TableName) {
  const table: Table<Value, string> = db.table(name)
  return {
    get: (key: string) => table.get(key),
    all: () => table.toArray(),
    count: () => table.count(),
    put: async (values: readonly Value[]) => void (await table.bulkPut(values)),
    delete: (keys: readonly string[]) => table.bulkDelete([...keys]),
  }
}

function recordsRead(table: Table<StoredRecord, string>): RecordsRead {
  const between = (from: readonly string[], to: readonly string[]) =>
    table.where('[kind+place+day]').between(from, to, true, true)
  return {
    get: (id) => table.get(id),
    getMany: (ids) => table.bulkGet([...ids]),
    ofDays: (kind, place, from, to) => between([kind, place, from], [kind, place, to]).toArray(),
    latest: (kind, place, limit) =>
      between([kind, place, ''], [kind, place, last]).reverse().limit(limit).toArray(),
    ofKind: (kind) => between([kind, '', ''], [kind, last, last]).toArray(),
    page: (after, limit) =>
      (after === null ? table.orderBy('id') : table.where('id').above(after)).limit(limit).toArray(),
  }
}

function outboxRead(table: Table<OutboxRow, number, Omit<OutboxRow, 'n'>>): OutboxRead {
  const inState = (state: OutboxState, limit = Number.POSITIVE_INFINITY, after = 0) => {
    const rows = table
      .where('[state+n]')
      .between([state, after], [state, Number.POSITIVE_INFINITY], false, true)
    return (limit === Number.POSITIVE_INFINITY ? rows : rows.limit(limit)).toArray()
  }
  const count = (state: OutboxState) =>
    table.where('[state+n]').between([state, 0], [state, Number.POSITIVE_INFINITY]).count()
  /** `anyOf` walks a cursor, one answer per key: a few keys are asked at once instead, each answered whole. */
  const ofKeys = async (index: string, keys: readonly (string | string[])[]) => {
    if (keys.length > few)
      return byOrder(
        await table
          .where(index)
          .anyOf([...keys])
          .toArray(),
      )
    const found = keys.map((key) => table.where(index).equals(key).toArray())
    return byOrder((await Promise.all(found)).flat())
  }
  const ofStates = (records: readonly string[], states: readonly OutboxState[]) =>
    ofKeys(
      '[state+record]',
      states.flatMap((state) => records.map((record) => [state, record])),
    )
  return {
    withIds: (ids) => ofKeys('id', ids),
    getMany: async (ns) => (await table.bulkGet([...ns])).filter((row) => row !== undefined),
    inState,
    liveOf: async (records) => {
      if (records.length <= few / 2) return ofStates(records, ['pending', 'acked'])
      // A page of a thousand records meets few live operations, often none: read those, not a thousand keys.
      const [pending, acked] = await Promise.all([count('pending'), count('acked')])
      if (pending + acked === 0) return []
      if (pending + acked > records.length * few) return ofStates(records, ['pending', 'acked'])
      const wanted = new Set(records)
      const live = [...(await inState('acked')), ...(await inState('pending'))]
      return byOrder(live.filter(({ record }) => wanted.has(record)))
    },
    ofRecord: (record) => ofStates([record], ['pending', 'acked', 'kept', 'aside']),
    count,
  }
}

const few = 8

function byOrder(rows: OutboxRow[]): OutboxRow[] {
  return rows.sort((left, right) => left.n - right.n)
}
