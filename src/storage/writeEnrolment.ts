import type { Id } from '#domain/ids.ts'
import { err, type Result } from '#domain/result.ts'
import { asResult, type SaveFailure } from './failures.ts'
import { newFeed, type ThisDevice, type TimeMark } from './meta.ts'
import { renumber } from './newWriter.ts'
import type { Store } from './store.ts'
import type { Gate } from './vault/gateFormat.ts'

export interface Enrolment {
  readonly device: ThisDevice
  readonly gate: Gate
  readonly incarnation: number
  /** A fresh one: a device starts a new sequence each time it is enrolled (SYN-55). */
  readonly writer: Id
  readonly time: TimeMark
}

/**
 * Makes this browser a device, in one transaction. One that is a device of the same site already takes its new key and
 * code, keeps everything it holds, and offers what it has not sent under a fresh writer (SEC-31: a forgotten code or a
 * damaged gate is solved by a new enrolment; SYN-11). Refused for another site: its work is not to be mixed.
 */
export async function writeEnrolment(
  store: Store,
  { device, gate, incarnation, writer, time }: Enrolment,
): Promise<Result<void, SaveFailure | { readonly type: 'alreadyEnrolled' }>> {
  const written = await asResult(() =>
    store.write(['outbox', 'meta'], 'strict', async (tx) => {
      const known = await tx.meta.get('device')
      const isSame = known?.networkId === device.networkId && known.siteId === device.siteId
      if (known !== undefined && !isSame) return false
      await tx.meta.set('device', { ...device, founderId: device.founderId ?? known?.founderId ?? null })
      await tx.meta.set('gate', gate)
      await renumber(tx, writer)
      if (known === undefined) await tx.meta.set('feed', newFeed(incarnation, 1))
      await tx.meta.set('time', time)
      return true
    }),
  )
  if (!written.ok) return written
  return written.value ? { ok: true, value: undefined } : err({ type: 'alreadyEnrolled' })
}
