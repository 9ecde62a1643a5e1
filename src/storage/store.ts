import type { Day } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import type { Facts } from '#domain/kind.ts'
import type { View } from '#domain/overlay.ts'
import type { Row } from '#domain/record.ts'
import type { PushResult } from '#protocol/sync.ts'
import type { Meta } from './meta.ts'
import type { Sent } from './sent.ts'

/** A record of this device: the server's last word, and what covers it. */
export interface StoredRecord {
  readonly id: Id
  readonly kind: string
  /** The last row the server told; `null` before it told any. Under `deleted`, the facts from before. */
  readonly row: Row | null
  /** The server's last word is that the record was deleted. */
  readonly deleted?: true
  /** Present only while live operations cover the row (SYN-6); otherwise the row is the view. */
  readonly view?: View
  /** Index columns, absent when the view is deleted so that no list can find it; '' when the fact is missing. */
  readonly place?: string
  readonly day?: string
  /** Generation of the snapshot that wrote it (SYN-13); 0 once it left the scope. */
  readonly gen: number
}

/** pending: not received yet · acked: received · kept: came back in a pull · aside: the server cannot read it (SYN-23). */
export type OutboxState = 'pending' | 'acked' | 'kept' | 'aside'

/** One operation as it is stored. `body` and `hash` never change once written (SYN-4). */
export interface StoredOperation {
  /** Local order, given by the store. */
  readonly n: number
  readonly id: Id
  readonly record: Id
  readonly day: Day
  /** Canonical JSON (RFC 8785), without `seq`. */
  readonly body: string
  readonly hash: string
  readonly writer: Id
  readonly seq: number
  /** What the server did, when it did not plainly apply it (SYN-62). */
  readonly outcome?: PushResult
  /** Set when its state does not follow from its place: set aside, or received later, alone (SYN-23). */
  readonly exception?: { readonly state: Exclude<OutboxState, 'pending'>; readonly ackHead: number }
  /** Why it was set aside, and the version of the application that the server refused it from last. */
  readonly reason?: string
  readonly triedBy?: string
}

/** One operation and where it is; `ackHead` is the head of the answer that received it, 0 before (SYN-7). */
export interface OutboxRow extends StoredOperation {
  readonly state: OutboxState
  readonly ackHead: number
}

/** A pulled row that this version cannot read or may not apply (SEC-77). */
export interface QuarantineRow {
  readonly id: string
  /** As it came; `null` when it must not be kept (another site's). */
  readonly row: unknown
  readonly reason: QuarantineReason
  readonly day: Day
}

export type QuarantineReason = 'unreadable' | 'kindUnknown' | 'foreignSite'

/** What a person typed and has not saved. One per record, never one per form (SEC-37). */
export interface Draft {
  readonly record: Id
  readonly kind: string
  readonly facts: Facts
  readonly by: Id
  readonly day: Day
  /** What the form showed when it opened, and its base: what SYN-4 and SYN-5 need when it is saved later. */
  readonly shown?: Facts | undefined
  readonly base?: number | undefined
  /** The id its operation will have: a draft of a saved operation is no draft. */
  readonly operation?: Id | undefined
  /** The held record that saving it puts right (SYN-29). */
  readonly corrects?: Id | undefined
}

export type TableName = 'records' | 'outbox' | 'quarantine' | 'meta' | 'drafts'

/** `strict` for a person's work: on the disk before the promise resolves (SYN-3). `relaxed` for what can be pulled again. */
export type Durability = 'strict' | 'relaxed'

/**
 * The database as the rules see it, with two implementations under one contract suite: Dexie and memory.
 * A transaction is all or nothing. Inside `work` await nothing but the promises of `tx` (SYN-2, SEC-49).
 */
export interface Store {
  readonly read: <T>(tables: readonly TableName[], work: (tx: ReadTx) => Promise<T>) => Promise<T>
  readonly write: <T>(
    tables: readonly TableName[],
    durability: Durability,
    work: (tx: WriteTx) => Promise<T>,
  ) => Promise<T>
  /** Told after each save made in this tab, once it is on the disk. */
  readonly onSave: (listener: () => void) => () => void
  readonly told: () => void
}

export interface ReadTx {
  readonly records: RecordsRead
  readonly outbox: OutboxRead
  readonly quarantine: KeyedRead<QuarantineRow>
  readonly meta: {
    readonly get: <K extends keyof Meta>(key: K) => Promise<Meta[K] | undefined>
    /** Every key at once: one read where three would cost as much as the write. */
    readonly all: () => Promise<Partial<Meta>>
  }
  readonly drafts: KeyedRead<Draft>
}

export interface WriteTx extends ReadTx {
  readonly records: RecordsRead & Write<StoredRecord>
  readonly outbox: OutboxRead & {
    /** Adds at the end of the local order. Fails on an id that is already there. */
    readonly add: (rows: readonly Omit<StoredOperation, 'n'>[]) => Promise<void>
    /** Writes rows again; their state follows from their place, or from their `exception`. */
    readonly put: (rows: readonly StoredOperation[]) => Promise<void>
    readonly advance: (sent: Sent) => Promise<void>
    /** Deletes what lies up to this place and is no exception. */
    readonly deleteUpTo: (n: number) => Promise<void>
    readonly delete: (ns: readonly number[]) => Promise<void>
  }
  readonly quarantine: KeyedRead<QuarantineRow> & Write<QuarantineRow>
  readonly meta: ReadTx['meta'] & {
    readonly set: <K extends keyof Meta>(key: K, value: Meta[K]) => Promise<void>
  }
  readonly drafts: KeyedRead<Draft> & Write<Draft>
}

interface KeyedRead<Value> {
  readonly get: (key: string) => Promise<Value | undefined>
  readonly all: () => Promise<readonly Value[]>
  readonly count: () => Promise<number>
}

interface Write<Value> {
  readonly put: (values: readonly Value[]) => Promise<void>
  readonly delete: (keys: readonly string[]) => Promise<void>
}

export interface RecordsRead {
  readonly get: (id: Id) => Promise<StoredRecord | undefined>
  readonly getMany: (ids: readonly Id[]) => Promise<readonly (StoredRecord | undefined)[]>
  /** Of one place, both days included, in order of day. */
  readonly ofDays: (kind: string, place: string, from: Day, to: Day) => Promise<readonly StoredRecord[]>
  /** The latest days of one place first, at most `limit`. */
  readonly latest: (kind: string, place: string, limit: number) => Promise<readonly StoredRecord[]>
  readonly ofKind: (kind: string) => Promise<readonly StoredRecord[]>
  /** In order of id, after the given one: for what must walk the whole table in steps. */
  readonly page: (after: Id | null, limit: number) => Promise<readonly StoredRecord[]>
}

/** A transaction over the outbox holds `meta` too: the states of operations follow from it. */
export interface OutboxRead {
  /** How far it has gone. */
  readonly sent: () => Promise<Sent>
  /** Those that exist, in local order, without their state. */
  readonly withIds: (ids: readonly Id[]) => Promise<readonly StoredOperation[]>
  /** In local order, after `n`, at most `limit`. */
  readonly inState: (state: OutboxState, limit?: number, after?: number) => Promise<readonly OutboxRow[]>
  /** The live operations (pending and acked) of these records, in local order. */
  readonly liveOf: (records: readonly Id[]) => Promise<readonly OutboxRow[]>
  readonly ofRecord: (record: Id) => Promise<readonly OutboxRow[]>
  /** Operations whose state does not follow from their place: few. */
  readonly exceptions: () => Promise<readonly OutboxRow[]>
  readonly count: (state: OutboxState) => Promise<number>
}
