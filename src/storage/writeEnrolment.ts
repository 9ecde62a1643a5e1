import type { Id } from '#domain/ids.ts'
import { err, type Result } from '#domain/result.ts'
import { asResult, type SaveFailure } from './failures.ts'
import { newFeed, type ThisDevice, type TimeMark } from './meta.ts'
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

/** Makes this browser a device, in one transaction. Refused when it is one already: its work is not to be mixed. */
export async function writeEnrolment(
  store: Store,
  { device, gate, incarnation, writer, time }: Enrolment,
): Promise<Result<void, SaveFailure | { readonly type: 'alreadyEnrolled' }>> {
  const written = await asResult(() =>
    store.write(['meta'], 'strict', async (tx) => {
      if ((await tx.meta.get('device')) !== undefined) return false
      await tx.meta.set('device', device)
      await tx.meta.set('gate', gate)
      await tx.meta.set('writer', { id: writer, seq: 0 })
      await tx.meta.set('feed', newFeed(incarnation, 1))
      await tx.meta.set('time', time)
      return true
    }),
  )
  if (!written.ok) return written
  return written.value ? { ok: true, value: undefined } : err({ type: 'alreadyEnrolled' })
}
