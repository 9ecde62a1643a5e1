import { newId } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { withSeq } from '#protocol/canonical.ts'
import { limits } from '#protocol/limits.ts'
import { PushAnswer } from '#protocol/sync.ts'
import { appVersion, paths } from '#protocol/version.ts'
import { applyPushAnswer } from '#storage/applyPushAnswer.ts'
import { newIncarnation, offerAllAgain } from '#storage/newIncarnation.ts'
import { newWriter } from '#storage/newWriter.ts'
import { type Batch, nextBatch } from '#storage/nextBatch.ts'
import { setAside } from '#storage/setAside.ts'
import type { Store } from '#storage/store.ts'
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

/** How many operations a push carries now: halved by trouble, doubled by success (SYN-19). Kept between rounds. */
export interface BatchSize {
  operations: number
}

export function firstBatchSize(): BatchSize {
  return { operations: limits.pushOperations }
}

/** Reactions in a row without a single operation received: a server that asks for more is broken. */
const patience = 12

/**
 * Sends until nothing is pending (SYN-18), one request at a time. In every outcome the outbox keeps its operations;
 * what the server says about them only moves them on (4-sync § 4.5, table of errors).
 */
export async function pushAll(exchange: Exchange, size: BatchSize): Promise<Result<void, CallFailure>> {
  let idle = 0
  for (;;) {
    const batch = await nextBatch(exchange.store, size.operations)
    if (batch === null) return ok(undefined)
    const body = await encode(bodyOf(batch, exchange.connection.clock))
    const sent = body === null ? err(tooLarge) : await send(exchange, body)
    const before = idle
    if (sent.ok) {
      const outcome = await applyPushAnswer(exchange.store, batch, sent.value)
      if (outcome.state === 'applied' && outcome.acked > 0) {
        idle = -1
        size.operations = Math.min(limits.pushOperations, size.operations * 2)
        exchange.onSent(outcome.acked)
      }
    } else if (!(await react(exchange, batch, sent.error, size))) return sent
    idle += 1
    if (before >= patience) return err(broken)
  }
}

/** The one shape of a push, spliced from stored bodies: parsing them again would cost as much as hashing. */
function bodyOf({ incarnation, writer, seen, operations }: Batch, clock: TrustedClock): string {
  const envelope = { incarnation, writer, app: appVersion, now: new Date(clock.now()).toISOString(), seen }
  const listed = operations.map(({ body, seq }) => withSeq(body, seq)).join(',')
  return `${JSON.stringify(envelope).slice(0, -1)},"operations":[${listed}]}`
}

function send({ connection, signer, signal }: Exchange, body: Encoded) {
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
  return reactToRefusal(exchange, batch, failure, size)
}

async function reactToRefusal(
  { store, connection }: Exchange,
  batch: Batch,
  { error }: Refusal,
  size: BatchSize,
): Promise<boolean> {
  const writer = () => newId(connection.clock.today.current().day, connection.random)
  const named = batch.operations.find(({ id }) => id === error.id)
  switch (error.code) {
    case 'malformed':
    case 'operation_reused':
      return named !== undefined && (await setAside(store, named.id, error.code, writer()))
    case 'too_large': {
      const [only, ...others] = batch.operations
      if (only !== undefined && others.length === 0) return setAside(store, only.id, error.code, writer())
      halve(size, batch)
      return true
    }
    case 'server_restored':
      if (error.incarnation === undefined || error.incarnation <= batch.incarnation) return false
      await newIncarnation(store, error.incarnation, writer())
      return true
    case 'sequence_gap':
      await offerAllAgain(store, writer())
      return true
    case 'sequence_conflict':
      await newWriter(store, writer())
      return true
    default:
      return false
  }
}

function halve(size: BatchSize, batch: Batch): void {
  size.operations = Math.max(1, Math.floor(Math.min(size.operations, batch.operations.length) / 2))
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
