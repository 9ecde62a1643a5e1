import { compare } from './compare.ts'
import type { Meta } from './meta.ts'
import { saveSignal } from './saveSignal.ts'
import { nothingSent, type Sent, withState } from './sent.ts'
import type {
  Draft,
  OutboxRead,
  OutboxRow,
  QuarantineRow,
  RecordsRead,
  Store,
  StoredOperation,
  StoredRecord,
  WriteTx,
} from './store.ts'

interface Tables {
  readonly records: Map<string, StoredRecord>
  readonly outbox: Map<number, StoredOperation>
  readonly quarantine: Map<string, QuarantineRow>
  readonly meta: Map<string, Meta[keyof Meta]>
  readonly drafts: Map<string, Draft>
}

/** The whole content at one moment: what a power cut, a copied disk or a restored profile brings back. */
export interface Snapshot {
  readonly tables: Tables
  readonly lastN: number
}

export interface MemoryStore extends Store {
  readonly snapshot: () => Snapshot
  /** Puts an earlier content back, as a disk that lost its last writes does. */
  readonly restore: (snapshot: Snapshot) => void
}

/** The store in memory, for simulations: same contract as Dexie's, transactions one after the other. */
export function memoryStore(): MemoryStore {
  let content: Snapshot = { tables: copyOf(), lastN: 0 }
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined)
    return turn
  }
  return {
    ...saveSignal(),
    read: (_tables, work) => inTurn(() => work(transaction(content, []).tx)),
    write: (_tables, _durability, work) =>
      inTurn(async () => {
        const undo: (() => void)[] = []
        const open = transaction(content, undo)
        try {
          const value = await work(open.tx)
          content = { ...content, lastN: open.lastN() }
          return value
        } catch (thrown) {
          for (const step of undo.reverse()) step()
          throw thrown
        }
      }),
    snapshot: () => ({ tables: copyOf(content.tables), lastN: content.lastN }),
    restore: (snapshot) => {
      content = { tables: copyOf(snapshot.tables), lastN: snapshot.lastN }
    },
  }
}

function copyOf(tables?: Tables): Tables {
  return {
    records: new Map(tables?.records),
    outbox: new Map(tables?.outbox),
    quarantine: new Map(tables?.quarantine),
    meta: new Map(tables?.meta),
    drafts: new Map(tables?.drafts),
  }
}

function transaction({ tables, lastN: from }: Snapshot, undo: (() => void)[]) {
  let lastN = from
  const keyed = <Value>(table: Map<string, Value>, keyOf: (value: Value) => string) => ({
    get: async (key: string) => table.get(key),
    all: async () => sorted([...table.values()], (left, right) => compare(keyOf(left), keyOf(right))),
    count: async () => table.size,
    put: async (values: readonly Value[]) => {
      for (const value of values) write(table, keyOf(value), value, undo)
    },
    delete: async (keys: readonly string[]) => {
      for (const key of keys) write(table, key, undefined, undo)
    },
  })
  const outbox: WriteTx['outbox'] = {
    ...outboxRead(tables),
    add: async (rows) => {
      for (const row of rows) {
        if ([...tables.outbox.values()].some((other) => other.id === row.id)) throw constraint()
        lastN += 1
        write(tables.outbox, lastN, { ...row, n: lastN }, undo)
      }
    },
    put: async (rows) => {
      for (const row of rows) write(tables.outbox, row.n, bare(row), undo)
    },
    advance: async (sent) => write(tables.meta, 'sent', sent, undo),
    deleteUpTo: async (n) => {
      const rows = [...tables.outbox.values()].filter((row) => row.n <= n && row.exception === undefined)
      for (const row of rows) write(tables.outbox, row.n, undefined, undo)
    },
    delete: async (ns) => {
      for (const n of ns) write(tables.outbox, n, undefined, undo)
    },
  }
  const tx: WriteTx = {
    records: { ...keyed(tables.records, (record) => record.id), ...recordsRead(tables.records) },
    outbox,
    quarantine: keyed(tables.quarantine, (row) => row.id),
    meta: {
      get: async <K extends keyof Meta>(key: K) => tables.meta.get(key) as Meta[K] | undefined,
      all: async () => Object.fromEntries(tables.meta),
      set: async (key, value) => write(tables.meta, key, value, undo),
    },
    drafts: keyed(tables.drafts, (draft) => draft.record),
  }
  return { tx, lastN: () => lastN }
}

/** Writes or, for `undefined`, removes; leaves behind how to take it back. */
function write<Key, Value>(
  table: Map<Key, Value>,
  key: Key,
  value: Value | undefined,
  undo: (() => void)[],
): void {
  const before = table.get(key)
  undo.push(() => (before === undefined ? table.delete(key) : table.set(key, before)))
  if (value === undefined) table.delete(key)
  else table.set(key, value)
}

function recordsRead(table: ReadonlyMap<string, StoredRecord>): RecordsRead {
  const found = (kind: string, where: (record: StoredRecord) => boolean) =>
    sorted(
      [...table.values()].filter(
        (record) => record.kind === kind && record.day !== undefined && where(record),
      ),
      (left, right) =>
        compare(left.place ?? '', right.place ?? '') ||
        compare(left.day ?? '', right.day ?? '') ||
        compare(left.id, right.id),
    )
  return {
    get: async (id) => table.get(id),
    getMany: async (ids) => ids.map((id) => table.get(id)),
    ofDays: async (kind, place, from, to) =>
      found(kind, ({ day = '', place: at }) => at === place && from <= day && day <= to),
    latest: async (kind, place, limit) =>
      found(kind, ({ place: at }) => at === place)
        .reverse()
        .slice(0, limit),
    ofKind: async (kind) => found(kind, () => true),
    page: async (after, limit) =>
      sorted(
        [...table.values()].filter(({ id }) => after === null || id > after),
        (left, right) => compare(left.id, right.id),
      ).slice(0, limit),
  }
}

function outboxRead({ outbox, meta }: Tables): OutboxRead {
  const sent = () => (meta.get('sent') as Sent | undefined) ?? nothingSent
  const found = (where: (row: OutboxRow) => boolean) =>
    sorted(
      [...outbox.values()].map((row) => withState(row, sent())).filter(where),
      (left, right) => left.n - right.n,
    )
  return {
    sent: async () => sent(),
    withIds: async (ids) => found(({ id }) => ids.includes(id)).map(bare),
    inState: async (state, limit = Number.POSITIVE_INFINITY, after = 0) =>
      found((row) => row.state === state && row.n > after).slice(0, limit),
    liveOf: async (records) =>
      found(({ state, record }) => (state === 'pending' || state === 'acked') && records.includes(record)),
    ofRecord: async (record) => found((row) => row.record === record),
    exceptions: async () => found(({ exception }) => exception !== undefined),
    count: async (state) => found((row) => row.state === state).length,
  }
}

/** What is stored of a row: its state follows from its place. */
function bare({ state: _, ackHead: __, ...stored }: StoredOperation & Partial<OutboxRow>): StoredOperation {
  return stored
}

function sorted<Value>(values: Value[], by: (left: Value, right: Value) => number): Value[] {
  return values.sort(by)
}

function constraint(): Error {
  const error = new Error('an operation with this id is already there')
  error.name = 'ConstraintError'
  return error
}
