import { Dexie, type Table } from 'dexie'
import { dexieOutbox, type MetaRow } from './dexieOutbox.ts'
import type { Meta } from './meta.ts'
import { saveSignal } from './saveSignal.ts'
import type { Draft, QuarantineRow, RecordsRead, Store, StoredRecord, TableName, WriteTx } from './store.ts'

/**
 * Tables and indexes, version 1. One index on records answers every list (a place's days, settings by kind):
 * each index costs 5 to 10 % of every write. A record that no list may show has no `place` and is not in it. The index
 * of exceptions holds nothing as long as all goes well.
 */
export const tablesV1: Readonly<Record<TableName, string>> = {
  records: 'id, [kind+place+day]',
  outbox: '++n, &id, record, exception.state',
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
    read: (tables, work) => strict.transaction('r', scopeOf(tables), async () => work(connections.strict.tx)),
    write: (tables, durability, work) => {
      const { db, tx } = connections[durability]
      return db.transaction('rw', scopeOf(tables), async () => work(tx))
    },
  }
}

/** The states of operations follow from `meta`. */
function scopeOf(tables: readonly TableName[]): string[] {
  return tables.includes('outbox') ? [...new Set([...tables, 'meta' as const])] : [...tables]
}

function txOver(db: Dexie): WriteTx {
  const meta: Table<MetaRow, string> = db.table('meta')
  return {
    records: { ...keyed<StoredRecord>(db, 'records'), ...recordsRead(db.table('records')) },
    outbox: dexieOutbox(db.table('outbox'), meta),
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
