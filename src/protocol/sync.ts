import * as v from 'valibot'
import { Day } from '#domain/day.ts'
import { Id } from '#domain/ids.ts'
import type { Facts } from '#domain/kind.ts'
import { HeldCode } from '#domain/operation.ts'
import type { Row } from '#domain/record.ts'
import { limits } from './limits.ts'

const Rev = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const Instant = v.pipe(v.string(), v.isoTimestamp())

/** What opens every answer: which server, how far, since when it is safe, and its clock. */
const Head = v.object({ incarnation: Rev, head: Rev, backedUp: Rev, time: Instant })

/**
 * `POST /operations`. The operations are checked one by one, so that an unparseable one can be named (SYN-23);
 * unknown members of the envelope are ignored (SYN-58).
 */
export const PushEnvelope = v.object({
  incarnation: Rev,
  writer: Id,
  app: v.optional(v.pipe(v.string(), v.maxLength(64))),
  now: v.optional(Instant),
  seen: v.optional(v.nullable(v.string())),
  operations: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(limits.pushOperations)),
})

/** What the server did with an operation that it did not plainly apply (SYN-62). */
export const PushResult = v.variant('status', [
  v.object({ id: Id, status: v.literal('conflict'), records: v.array(Id) }),
  v.object({ id: Id, status: v.literal('held'), code: v.fallback(HeldCode, 'failed'), records: v.array(Id) }),
  v.object({ id: Id, status: v.literal('erased') }),
])
export type PushResult = v.InferOutput<typeof PushResult>

export const PushAnswer = v.object({ ...Head.entries, acked: Rev, results: v.array(PushResult) })
export type PushAnswer = v.InferOutput<typeof PushAnswer>

const Box = v.object({ op: Id, box: v.unknown() })
const rowEntries = { id: Id, kind: v.string(), rev: Rev }

/** A row of the pull feed: a record, its tombstone, the fact that it left the scope, or its erasure (SYN-67). */
export const FeedRow = v.union([
  v.object({ ...rowEntries, deleted: v.literal(true) }),
  v.object({ ...rowEntries, erasedOn: Day }),
  v.object({ id: Id, rev: Rev, gone: v.literal(true) }),
  v.object({
    ...rowEntries,
    schema: Rev,
    siteId: v.nullable(Id),
    by: v.optional(Id),
    facts: v.custom<Facts>((facts) => typeof facts === 'object' && facts !== null && !Array.isArray(facts)),
    seal: v.optional(v.record(v.string(), Box)),
    parallel: v.optional(v.boolean()),
    clock: v.optional(v.literal('unverified')),
  }),
])
export type FeedRow = v.InferOutput<typeof FeedRow>

/** The part of a page that must be right; its rows are checked one by one, a bad one is set apart (SEC-77). */
export const PullAnswer = v.object({
  ...Head.entries,
  cursor: v.pipe(v.string(), v.maxLength(512)),
  complete: v.boolean(),
  scope: v.object({ from: v.optional(Day), sealed: v.boolean() }),
  rows: v.pipe(v.array(v.unknown()), v.maxLength(limits.pullRows)),
})
export type PullAnswer = v.InferOutput<typeof PullAnswer>

/** `GET /receipts?writer=…`: what the server holds of a writer (SYN-72). */
export const Receipt = v.object({
  ...Head.entries,
  acked: Rev,
  counts: v.object({ applied: Rev, held: Rev, conflict: Rev }),
})
export type Receipt = v.InferOutput<typeof Receipt>

export const Health = v.object({
  status: v.picklist(['ok', 'read_only', 'not_ready', 'restore_unfinished']),
  time: Instant,
  protocols: v.array(v.number()),
})
export type Health = v.InferOutput<typeof Health>

/** Every error of the API: a code that is also a translation key, and what the device needs to react (SYN-76). */
export const ApiError = v.looseObject({
  code: v.string(),
  requestId: v.string(),
  time: v.optional(Instant),
  id: v.optional(v.string()),
  acked: v.optional(Rev),
  incarnation: v.optional(Rev),
})
export type ApiError = v.InferOutput<typeof ApiError>

/** A live row of the feed as devices keep it. */
export function isRecordRow(row: FeedRow): row is FeedRow & Row {
  return 'facts' in row
}
