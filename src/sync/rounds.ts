import { storageFailure } from '#storage/failures.ts'
import type { ThisDevice } from '#storage/meta.ts'
import { retryQuarantine } from '#storage/retryQuarantine.ts'
import { thisDevice } from '#storage/settings.ts'
import type { Store } from '#storage/store.ts'
import type { DeviceKey } from '#storage/vault/deviceKey.ts'
import type { Alarm } from './alarm.ts'
import { firstBatchSize } from './batchSize.ts'
import type { Exchange } from './push.ts'
import { retryDelay } from './retry.ts'
import { type RoundOutcome, round } from './round.ts'
import type { Connection } from './signedFetch.ts'
import type { SyncEvent } from './status.ts'

/** When rounds happen. `failures` in a row lengthen the wait; a tap or the network coming back forgets them (SYN-20). */
export interface Rhythm {
  readonly alarm: Alarm
  readonly isVisible: () => boolean
  failures: number
}

export interface RoundsWorld {
  readonly store: Store
  readonly connection: Connection
  readonly tell: (event: SyncEvent) => void
  readonly afterRound: () => Promise<void>
}

/** Between two rounds while somebody looks (SYN-18). */
const interval = 60_000

/** Round after round, until the signal aborts: the life of the one tab that talks to the network. */
export async function keepExchanging(
  world: RoundsWorld,
  key: DeviceKey,
  signal: AbortSignal,
  rhythm: Rhythm,
): Promise<void> {
  const { store, connection, tell } = world
  const memory = { size: firstBatchSize(), silent: 0 }
  const exchangeAs = ({ deviceId }: ThisDevice): Exchange => ({
    store,
    connection,
    signer: { deviceId, key },
    signal,
    onSent: (rows) => tell({ type: 'sent', rows }),
    onReceived: (rows) => tell({ type: 'received', rows }),
  })
  while (!signal.aborted) {
    const outcome = await survive(async () => {
      const device = await thisDevice(store)
      if (device === null) return lost // emptied behind the page: storage says so itself (SEC-41)
      await retryQuarantine(store)
      const ended = await round(exchangeAs(device), memory, tell)
      if (!signal.aborted) await note(world, ended)
      return ended
    })
    if (signal.aborted) return
    rhythm.failures = outcome.complete ? 0 : rhythm.failures + 1
    const wait = waitAfter(outcome, rhythm.failures, connection)
    tell({ type: 'ended', failure: outcome.failure, nextAttempt: connection.clock.now() + wait })
    await pause(wait, outcome.retryAfterSeconds !== null, rhythm)
  }
}

/** A hidden page waits for somebody to look, unless something has failed and must be tried again. */
async function pause(wait: number, deaf: boolean, rhythm: Rhythm): Promise<void> {
  let how = await rhythm.alarm.wait(wait, deaf)
  while (how === 'over' && rhythm.failures === 0 && !rhythm.isVisible()) {
    how = await rhythm.alarm.wait(null, false)
  }
}

/** What is stored of a round: for the screens, and for the clock of the next start. */
async function note({ store, connection, afterRound }: RoundsWorld, ended: RoundOutcome): Promise<void> {
  const { clock } = connection
  await store.write(['meta'], 'relaxed', async (tx) => {
    const before = await tx.meta.get('exchange')
    const at = ended.complete ? clock.now() : (before?.at ?? null)
    await tx.meta.set('exchange', { at, failure: ended.failure })
    const mark = clock.mark()
    if (mark !== null) await tx.meta.set('time', mark)
  })
  await afterRound()
}

function waitAfter(outcome: RoundOutcome, failures: number, { random }: Connection): number {
  if (outcome.retryAfterSeconds !== null) return outcome.retryAfterSeconds * 1000
  return failures === 0 ? interval : retryDelay(failures, random)
}

const lost: RoundOutcome = { complete: false, failure: 'storage', retryAfterSeconds: null }

/** The exchange must outlive a closed or full database, and a bug of ours: it is reported, and tried again later. */
async function survive(work: () => Promise<RoundOutcome>): Promise<RoundOutcome> {
  try {
    return await work()
  } catch (thrown) {
    if (storageFailure(thrown) === undefined) reportError(thrown)
    return lost
  }
}
