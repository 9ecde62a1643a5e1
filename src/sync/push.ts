import { err, ok, type Result } from '#domain/result.ts'
import { withSeq } from '#protocol/canonical.ts'
import { limits } from '#protocol/limits.ts'
import { PushAnswer } from '#protocol/sync.ts'
import { appVersion, paths } from '#protocol/version.ts'
import { applyPushAnswer } from '#storage/applyPushAnswer.ts'
import { type Batch, nextBatch } from '#storage/nextBatch.ts'
import type { Store } from '#storage/store.ts'
import { type BatchSize, halve } from './batchSize.ts'
import type { TrustedClock } from './clock.ts'
import { type Encoded, encode } from './gzip.ts'
import { type CallFailure, type Connection, type Refusal, type Signer, signedCall } from './signedFetch.ts'

/** One device exchanging with its server. */
export interface Exchange {
  readonly store: Store
  readonly connection: Connection
  readonly signer: Signer
  readonly signal: AbortSignal
  readonly onSent: (rows: number) => void
  readonly onReceived: (rows: number) => void
}

/** Reactions in a row without a single operation received: a server that asks for more is broken. */
const patience = 12

/**
 * Sends until nothing is pending (SYN-18), one request at a time. In every outcome the outbox keeps its operations;
 * what the server says about them only moves them on (4-sync § 4.5, table of errors).
 */
export async function pushAll(exchange: Exchange, size: BatchSize): Promise<Result<void, CallFailure>> {
  for (let idle = 0; idle < patience; idle += 1) {
    const run = await pushRun(exchange, size)
    if (run.received > 0) idle = 0
    if (run.refused !== null) {
      const { batch, failure } = run.refused
      if (!(await react(exchange, batch, failure, size))) return err(failure)
    } else if ((await nextBatch(exchange.store, 1)) === null) return ok(undefined)
  }
  return err(broken)
}

interface Ready {
  readonly batch: Batch
  /** `null` when the batch fits in no form. */
  readonly body: Encoded | null
}

interface Run {
  readonly received: number
  readonly refused: { readonly batch: Batch; readonly failure: CallFailure } | null
}

/**
 * Request after request until one is refused, not received whole, or nothing is left. While one travels the next is
 * made ready and the answer before is stored: the sequence stays in order, since none leaves before the one ahead of
 * it was answered, and an answer that is lost with the page is learnt again (SYN-61).
 */
async function pushRun(exchange: Exchange, size: BatchSize): Promise<Run> {
  let received = 0
  let storing: Promise<void> = Promise.resolve()
  const store = async (batch: Batch, answer: PushAnswer) => {
    const outcome = await applyPushAnswer(exchange.store, batch, answer)
    if (outcome.state === 'stale' || outcome.acked === 0) return
    received += outcome.acked
    exchange.onSent(outcome.acked)
  }
  let ready = await prepare(exchange, size, 0)
  while (ready !== null) {
    const { batch, body } = ready
    const last = batch.operations.at(-1)
    const sending = body === null ? Promise.resolve(err(tooLarge)) : send(exchange, body)
    // A batch below the limit may be a search for one that troubles the server: the next waits for the answer.
    const isFull = size.operations === limits.pushOperations
    const next = isFull ? prepare(exchange, size, last?.n ?? 0) : undefined
    const [sent] = await Promise.all([sending, storing])
    if (!sent.ok) {
      await next
      return { received, refused: { batch, failure: sent.error } }
    }
    size.operations = Math.min(limits.pushOperations, size.operations * 2)
    storing = store(batch, sent.value)
    if (next === undefined || sent.value.acked < (last?.seq ?? 0)) {
      await storing
      ready = next === undefined ? await prepare(exchange, size, 0) : null
      await next
    } else ready = await next
  }
  await storing
  return { received, refused: null }
}

async function prepare(
  { store, connection }: Exchange,
  size: BatchSize,
  after: number,
): Promise<Ready | null> {
  const batch = await nextBatch(store, size.operations, after)
  return batch === null ? null : { batch, body: await encode(bodyOf(batch, connection.clock)) }
}

/** The one shape of a push, spliced from stored bodies: parsing them again would cost as much as hashing. */
export function bodyOf({ incarnation, writer, seen, operations }: Batch, clock: TrustedClock): string {
  const envelope = { incarnation, writer, app: appVersion, now: new Date(clock.now()).toISOString(), seen }
  const listed = operations.map(({ body, seq }) => withSeq(body, seq)).join(',')
  return `${JSON.stringify(envelope).slice(0, -1)},"operations":[${listed}]}`
}

/** Under its watchdog: half a minute, and a second for each 4 KiB (SYN-21). */
export function send({ connection, signer, signal }: Exchange, body: Encoded) {
  const seconds = 30 + body.bytes.length / 4096
  return signedCall(
    connection,
    signer,
    { method: 'POST', path: paths.operations, body, schema: PushAnswer, seconds },
    signal,
  )
}

/** @returns whether the push may go on; otherwise the round ends with this failure */
async function react(
  exchange: Exchange,
  batch: Batch,
  failure: CallFailure,
  size: BatchSize,
): Promise<boolean> {
  if (failure.type === 'intercepted') return false
  if (failure.type === 'noAnswer') {
    if (failure.timedOut) halve(size, batch)
    return false
  }
  if (failure.status >= 500 || failure.error.code === 'timeout') halve(size, batch)
  // Most devices never meet a refusal: what to do about one comes when it is needed.
  const { reactToRefusal } = await import('./reactToRefusal.ts')
  return reactToRefusal(exchange, batch, failure, size)
}

/** What the server would say of a body that fits in no form: known without asking it. */
const tooLarge: Refusal = {
  type: 'refused',
  status: 413,
  error: { code: 'too_large', requestId: '' },
  retryAfterSeconds: null,
}

/** The server answers, and nothing moves: treated as its failure, so that the device waits before it tries again. */
export const broken: Refusal = {
  type: 'refused',
  status: 500,
  error: { code: 'failed', requestId: '' },
  retryAfterSeconds: null,
}
