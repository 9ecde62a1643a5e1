import { Health } from '#protocol/sync.ts'
import { paths } from '#protocol/version.ts'
import type { SyncFailureType } from '#storage/failures.ts'
import type { BatchSize } from './batchSize.ts'
import { pullAll } from './pull.ts'
import { type Exchange, pushAll } from './push.ts'
import { type CallFailure, type Connection, unsignedCall } from './signedFetch.ts'
import { failureOf, type SyncEvent } from './status.ts'

/** How a round ended. `complete`: everything was sent, and everything the server had is here. */
export interface RoundOutcome {
  readonly complete: boolean
  readonly failure: SyncFailureType | null
  /** The server asked for that much patience; it wins over any other wait (SYN-20). */
  readonly retryAfterSeconds: number | null
}

/** What an engine remembers from one round to the next. */
export interface RoundMemory {
  readonly size: BatchSize
  /** Answers in a row that taught nothing (SYN-22). */
  silent: number
}

/** Silent answers in a row before asking whether the network is there at all (SYN-22). */
const silentBeforeHealth = 3

/** One round (SYN-18): push until nothing is pending, then pull until complete; a failing push does not prevent the pull. */
export async function round(
  exchange: Exchange,
  memory: RoundMemory,
  tell: (event: SyncEvent) => void,
): Promise<RoundOutcome> {
  tell({ type: 'sending' })
  const pushed = await pushAll(exchange, memory.size)
  if (pushed.ok && (await hasAside(exchange))) {
    const { offerAside } = await import('./offerAside.ts')
    await offerAside(exchange)
  }
  tell({ type: 'receiving' })
  const pulled = await pullAll(exchange)
  const failure = pushed.ok ? (pulled.ok ? null : pulled.error) : pushed.error
  if (failure === null) {
    memory.silent = 0
    return { complete: pulled.ok && pulled.value === 'complete', failure: null, retryAfterSeconds: null }
  }
  const retryAfterSeconds = failure.type === 'refused' ? failure.retryAfterSeconds : null
  return { complete: false, failure: await wordFor(failure, memory, exchange.connection), retryAfterSeconds }
}

/** Something that an earlier version could not make the server read: rare, so what offers it again comes with it. */
async function hasAside({ store }: Exchange): Promise<boolean> {
  return (await store.read(['outbox'], (tx) => tx.outbox.count('aside'))) > 0
}

async function wordFor(
  failure: CallFailure,
  memory: RoundMemory,
  connection: Connection,
): Promise<SyncFailureType> {
  if (failure.type === 'refused') {
    memory.silent = 0
    return failureOf(failure)
  }
  memory.silent += 1
  return memory.silent < silentBeforeHealth ? failureOf(failure) : networkFailure(failure, connection)
}

/** Tells "no network" from "network intercepted" by asking for the one answer that needs no key (SYN-22, SYN-56). */
async function networkFailure(failure: CallFailure, connection: Connection): Promise<SyncFailureType> {
  const call = { method: 'GET', path: paths.health, schema: Health, seconds: 15, alsoStatus: 503 } as const
  const health = await unsignedCall(connection, call)
  if (!health.ok) return failureOf(health.error)
  if (health.value.status === 'restore_unfinished') return 'serverRestoring'
  return health.value.status === 'not_ready' ? 'serverFailed' : failureOf(failure)
}
