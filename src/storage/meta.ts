import type { Day } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import type { SyncFailureType } from './failures.ts'
import type { Sent } from './sent.ts'
import type { Gate } from './vault/gateFormat.ts'

/** Who this browser is, since it was enrolled (SYN-55). Absent = not enrolled. */
export interface ThisDevice {
  readonly deviceId: Id
  readonly networkId: Id
  readonly siteId: Id
  /** Set on the device that set the network up: the id of its first coordinator. */
  readonly founderId: Id | null
  readonly label: string | null
  readonly placeId: Id | null
}

/** The sequence this device writes in; `seq` is the last number used. */
export interface Writer {
  readonly id: Id
  readonly seq: number
}

/** Where this device is in the pull feed. */
export interface Feed {
  readonly incarnation: number
  /** `null` before the first page of a snapshot. */
  readonly cursor: string | null
  /** Head of the last complete pull: everything up to it, in scope, is here. */
  readonly head: number
  /** Highest rev written here in this incarnation: a row above it cannot be older than what is known (SYN-8). */
  readonly maxRev: number
  readonly backedUp: number
  /** Generation that pulled rows are written with, and the one this incarnation began with (SYN-13). */
  readonly gen: number
  readonly firstGen: number
  /** A snapshot is not complete yet. */
  readonly loading: boolean
  /** Rows of older generations remain to be removed. */
  readonly sweeping: boolean
  /** Rows that came older than what was known: a fault of the server, ignored and counted (SYN-8). */
  readonly ignored: number
  readonly scope: { readonly from?: Day | undefined; readonly sealed: boolean }
}

/** What is known of time (SEC-83), in milliseconds of the Unix epoch. */
export interface TimeMark {
  /** Server minus device clock, at the last contact. */
  readonly offset: number
  /** The highest trusted time seen; it never goes down. */
  readonly mark: number
  readonly server: number
}

/** The last exchanges, for what a person is told (SYN-27). */
export interface Exchange {
  /** Trusted time of the last complete one. */
  readonly at: number | null
  readonly failure: SyncFailureType | null
}

/** The meta table: one row per key. */
export interface Meta {
  readonly device: ThisDevice
  readonly writer: Writer
  readonly feed: Feed
  readonly sent: Sent
  readonly time: TimeMark
  readonly exchange: Exchange
  readonly gate: Gate
  /** Version of the application that last opened the database: another one retries the quarantine (SYN-14). */
  readonly app: string
}

/** Where a device starts, and starts again after a restore of the server (SYN-12). */
export function newFeed(incarnation: number, gen: number): Feed {
  return {
    incarnation,
    cursor: null,
    head: 0,
    maxRev: 0,
    backedUp: 0,
    gen,
    firstGen: gen,
    loading: true,
    sweeping: false,
    ignored: 0,
    scope: { sealed: false },
  }
}
