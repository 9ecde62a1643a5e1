import type { OutboxRow, OutboxState, StoredOperation } from './store.ts'

/**
 * How far the outbox has gone. Operations leave in local order, so that what the server received is one number, not a
 * mark on each of ten thousand rows. `ranges` ascend: up to this place, received under this head.
 */
export interface Sent {
  readonly ranges: readonly (readonly [upTo: number, head: number])[]
  /** Up to this place, come back in a complete pull (SYN-9). */
  readonly keptUpTo: number
}

export const nothingSent: Sent = { ranges: [], keptUpTo: 0 }

/** More ranges than this are joined: their operations take the later head, and so wait longer, never shorter. */
const mostRanges = 64

/** The place up to which the server has received everything. */
export function receivedUpTo({ ranges }: Sent): number {
  return ranges.at(-1)?.[0] ?? 0
}

/** Where an operation is: its own word if it is an exception, else its place (SYN-7, SYN-9). */
export function withState(row: StoredOperation, sent: Sent): OutboxRow {
  if (row.exception !== undefined) return { ...row, ...row.exception }
  const range = sent.ranges.find(([upTo]) => row.n <= upTo)
  if (range === undefined) return { ...row, state: 'pending', ackHead: 0 }
  return { ...row, state: row.n <= sent.keptUpTo ? 'kept' : 'acked', ackHead: range[1] }
}

/** The places between which operations of this state lie, both excluded and included: ]after, upTo]. */
export function placesOf(state: Exclude<OutboxState, 'aside'>, sent: Sent): readonly [number, number] {
  const received = receivedUpTo(sent)
  switch (state) {
    case 'kept':
      return [0, sent.keptUpTo]
    case 'acked':
      return [sent.keptUpTo, received]
    case 'pending':
      return [received, Number.MAX_SAFE_INTEGER]
    default:
      return state satisfies never
  }
}

export function withReceived(sent: Sent, upTo: number, head: number): Sent {
  const ranges = [...sent.ranges, [upTo, head] as const]
  return { ...sent, ranges: ranges.slice(-mostRanges) }
}

/** The place up to which everything was received under a head that this one covers. */
export function coveredUpTo({ ranges }: Sent, head: number): number {
  return ranges.findLast(([, received]) => received <= head)?.[0] ?? 0
}
