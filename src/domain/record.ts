import type { Facts } from './kind.ts'

/** Who last wrote a field: the rev of the write and its writer (SYN-78). */
export type Stamp = readonly [rev: number, writer: string]

/**
 * A record as the server folds it from the log (4-sync § 4.4). `stamps` has one entry per field, and one per
 * element of a set under `field#code` (SYN-81).
 */
export interface FoldedRecord {
  readonly id: string
  readonly kind: string
  /** The highest schema number among the operations that made it. */
  readonly schema: number
  readonly rev: number
  readonly deleted: boolean
  /** True after an unseen change to other fields, until someone who saw it writes again (SYN-80). */
  readonly parallel: boolean
  readonly facts: Facts
  readonly seal?: Readonly<Record<string, unknown>>
  /** Set while a fact's day was written under a clock nobody could trust (SYN-25). */
  readonly clock?: 'unverified'
  readonly stamps: Readonly<Record<string, Stamp>>
}

/** A record as it travels in the pull feed and lies on a device: the last state the server told. */
export interface Row {
  readonly id: string
  readonly kind: string
  readonly schema: number
  readonly rev: number
  /** `null` for the records of the whole network. */
  readonly siteId: string | null
  /** The member who made it, declared; staff data (P3). What somebody made, they may correct for a while. */
  readonly by?: string
  readonly facts: Facts
  readonly seal?: Readonly<Record<string, { readonly op: string; readonly box: unknown }>>
  readonly parallel?: boolean
  readonly clock?: 'unverified'
}
