import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/*
 * The separate checker: it opens the server's SQLite file itself and shares no line with the product, so a fault of the
 * product cannot hide in it.
 */

type Facts = Readonly<Record<string, unknown>>

export interface StoredOperation {
  readonly id: string
  readonly rev: number
  readonly writer: string
  readonly seq: number
  readonly kind: string
  readonly record: string
  readonly status: string
  readonly body: Facts
  readonly bodyText: string
  readonly hash: string
}

export interface StoredRecord {
  readonly id: string
  readonly kind: string
  readonly rev: number
  readonly deleted: boolean
  readonly facts: Facts
}

/** What the file says, read in one go. */
export interface StoredWork {
  readonly operations: readonly StoredOperation[]
  readonly records: readonly StoredRecord[]
  /** Places of a writer taken by an operation that was known already. */
  readonly repeats: readonly { readonly writer: string; readonly seq: number }[]
  /** Records of this kind that are not deleted. */
  readonly living: (kind: string) => readonly StoredRecord[]
}

export function readStoredWork(dataDir: string): StoredWork {
  const database = new DatabaseSync(databaseFile(dataDir), { readOnly: true })
  try {
    const operations = database.prepare('select * from operation order by rev').all().map(toOperation)
    const records = database.prepare('select * from record order by rev').all().map(toRecord)
    const repeats = database.prepare('select writer, seq from repeated').all()
    return {
      operations,
      records,
      repeats: repeats.map(({ writer, seq }) => ({ writer: String(writer), seq: Number(seq) })),
      living: (kind) => records.filter((record) => record.kind === kind && !record.deleted),
    }
  } finally {
    database.close()
  }
}

export function databaseFile(dataDir: string): string {
  const names = readdirSync(dataDir).filter((name) => /\.(sqlite3?|db)$/.test(name))
  if (names.length !== 1)
    throw new Error(`one database expected in the data folder, found: ${names.join(', ')}`)
  return join(dataDir, names[0] ?? '')
}

/**
 * What no exchange, repeat, cut or crash may ever break (4-sync § 4.7: I2, I4, I7 for visits), as sentences. None
 * when all is well.
 */
export function faultsOf({ operations, records, repeats }: StoredWork): readonly string[] {
  return [
    ...sequenceFaults([...operations, ...repeats]),
    ...repeated(operations.map(({ id }) => id)).map((id) => `operation ${id} is in the log twice`),
    ...repeated(records.map(({ id }) => id)).map((id) => `record ${id} exists twice`),
    ...operations.filter(hasWrongHash).map(({ id }) => `operation ${id} does not match its hash`),
    ...records.filter(({ kind }) => kind === 'visit').flatMap((record) => foldFaults(record, operations)),
  ]
}

/** Per writer the log is 1…n without a hole (I4). */
function sequenceFaults(operations: StoredWork['repeats']): readonly string[] {
  const writers = Map.groupBy(operations, ({ writer }) => writer)
  return [...writers].flatMap(([writer, written]) => {
    const places = written.map(({ seq }) => seq).sort((one, other) => one - other)
    return places.every((place, at) => place === at + 1)
      ? []
      : [`writer ${writer} has the places ${places.join(', ')}`]
  })
}

function repeated(ids: readonly string[]): readonly string[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at)
}

/** The body lies in the log in canonical form, without its place and its signature (SYN-57). */
function hasWrongHash({ bodyText, hash }: StoredOperation): boolean {
  const digest = createHash('sha256').update(bodyText).digest()
  return ![digest.toString('hex'), digest.toString('base64url'), digest.toString('base64')].includes(hash)
}

/** Folds the applied operations again, by the simplest reading of the rules, and compares (I7). */
function foldFaults(record: StoredRecord, operations: readonly StoredOperation[]): readonly string[] {
  const facts = new Map<string, unknown>()
  let deleted = false
  for (const { body, status } of operations.filter((operation) => operation.record === record.id)) {
    if (status === 'held' || status === 'erased') continue
    if (body.act === 'delete') deleted = true
    if (body.act === 'restore') deleted = false
    for (const [field, value] of Object.entries(body.set ?? {})) {
      if (value === null) facts.delete(field)
      else facts.set(field, value)
    }
    for (const [field, codes] of codesOf(body.remove)) {
      changesSet(facts, field, (present) => present.filter((code) => !codes.includes(code)))
    }
    for (const [field, codes] of codesOf(body.add)) {
      changesSet(facts, field, (present) => [...new Set([...present, ...codes])].sort())
    }
  }
  const folded = canonicalText(Object.fromEntries(facts))
  const stored = canonicalText(record.facts)
  return [
    ...(folded === stored ? [] : [`record ${record.id} is ${stored}, its operations say ${folded}`]),
    ...(deleted === record.deleted ? [] : [`record ${record.id}: deleted is ${record.deleted}`]),
  ]
}

function codesOf(changes: unknown): readonly (readonly [string, readonly string[]])[] {
  return Object.entries((changes ?? {}) as Record<string, readonly string[]>)
}

function changesSet(
  facts: Map<string, unknown>,
  field: string,
  change: (present: readonly string[]) => readonly string[],
): void {
  const before = facts.get(field)
  const after = change(Array.isArray(before) ? before : [])
  if (after.length === 0) facts.delete(field)
  else facts.set(field, after)
}

/** Sorted keys, so that equal facts are equal texts. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}

type Row = Readonly<Record<string, unknown>>

function toOperation(row: Row): StoredOperation {
  const bodyText = String(row.body)
  return {
    id: String(row.id),
    rev: Number(row.rev),
    writer: String(row.writer),
    seq: Number(row.seq),
    kind: String(row.kind),
    record: String(row.record),
    status: String(row.status),
    body: JSON.parse(bodyText) as Facts,
    bodyText,
    hash: typeof row.hash === 'string' ? row.hash : Buffer.from(row.hash as Uint8Array).toString('base64url'),
  }
}

function toRecord(row: Row): StoredRecord {
  return {
    id: String(row.id),
    kind: String(row.kind),
    rev: Number(row.rev),
    deleted: Number(row.deleted) === 1,
    facts: JSON.parse(String(row.facts ?? '{}')) as Facts,
  }
}
