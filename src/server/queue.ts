import type { Operation } from '#domain/operation.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Fault } from './fault.ts'

/** An operation as it will be stored: canonical body without its place in the sequence, and its hash (SYN-57). */
export interface Arrived {
  readonly operation: Operation
  readonly body: string
  readonly hash: string
}

/** What the log says of an operation it already holds. */
export interface Logged {
  readonly id: string
  readonly hash: string
  readonly status: string
  readonly code: string | null
  /** Ids of the records the server made with it, as a JSON array. */
  readonly made: string | null
}

/** What the server knew of a writer before a push. */
export interface Known {
  readonly acked: number
  readonly byId: ReadonlyMap<string, Logged>
  /** Ids at the places of the sequence that this push names and the server already has. */
  readonly atSeq: ReadonlyMap<number, string>
}

/** What is to be done with each operation of a push, in order. */
export type Step =
  | { readonly type: 'apply'; readonly arrived: Arrived }
  /** In the log already: the sequence advances, nothing is applied (SYN-61). `first` is absent for a repeat in one push. */
  | { readonly type: 'duplicate'; readonly arrived: Arrived; readonly first: Logged | undefined }

/**
 * Judges the order and the identity of a whole push before anything is written (SYN-60, SYN-61): either every
 * operation has its place, or the push is refused and nothing of it happened.
 */
export function planPush(arrivals: readonly Arrived[], known: Known): Result<readonly Step[], Fault> {
  const steps: Step[] = []
  const hashes = new Map<string, string>()
  const places = new Map(known.atSeq)
  let acked = known.acked
  for (const arrived of arrivals) {
    const { id, seq } = arrived.operation
    const first = known.byId.get(id)
    const hash = first?.hash ?? hashes.get(id)
    const place = places.get(seq)
    if (seq > acked + 1) return err({ type: 'sequence_gap', more: { acked: known.acked } })
    if (seq <= acked && (place === undefined ? hash === undefined : place !== id))
      return err({ type: 'sequence_conflict', more: { acked: known.acked } })
    if (hash !== undefined && hash !== arrived.hash) return err({ type: 'operation_reused', more: { id } })
    steps.push(hash === undefined ? { type: 'apply', arrived } : { type: 'duplicate', arrived, first })
    hashes.set(id, arrived.hash)
    places.set(seq, id)
    acked = Math.max(acked, seq)
  }
  return ok(steps)
}
