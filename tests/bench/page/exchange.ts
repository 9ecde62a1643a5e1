import { firstBatchSize } from '#sync/batchSize.ts'
import { browserConnection, deviceClocks } from '#sync/browserSync.ts'
import { trustedClock } from '#sync/clock.ts'
import { pullAll } from '#sync/pull.ts'
import { type Exchange, pushAll } from '#sync/push.ts'
import { database, deviceKey } from './device.ts'
import { timed } from './time.ts'

/** Milliseconds of a push until nothing is pending, and how many operations the server received. */
export interface Exchanged {
  readonly took: number
  readonly rows: number
}

/** Pushes all that is pending, as a round of the product does. */
export async function pushPending(): Promise<Exchanged> {
  const exchange = await newExchange()
  const [took, pushed] = await timed(() => pushAll(exchange, firstBatchSize()))
  if (!pushed.ok) throw new Error(JSON.stringify(pushed.error))
  return { took, rows: exchange.sent() }
}

/** Pulls until complete, as a round of the product does. */
export async function pullFeed(): Promise<Exchanged> {
  const exchange = await newExchange()
  const [took, pulled] = await timed(() => pullAll(exchange))
  if (!pulled.ok) throw new Error(JSON.stringify(pulled.error))
  if (pulled.value !== 'complete') throw new Error('the pull stopped before its end')
  return { took, rows: exchange.received() }
}

interface CountedExchange extends Exchange {
  readonly sent: () => number
  readonly received: () => number
}

async function newExchange(): Promise<CountedExchange> {
  const store = await database()
  const own = await store.read(['meta'], (tx) => tx.meta.get('device'))
  if (own === undefined) throw new Error('not a device yet')
  let [sent, received] = [0, 0]
  return {
    store,
    connection: browserConnection(trustedClock(deviceClocks, null, () => 60)),
    signer: { deviceId: own.deviceId, key: deviceKey() },
    signal: new AbortController().signal,
    onSent: (rows) => {
      sent += rows
    },
    onReceived: (rows) => {
      received += rows
    },
    sent: () => sent,
    received: () => received,
  }
}
