import type { Id } from '#domain/ids.ts'
import { newId } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { EnrolAnswer, type EnrolRequest } from '#protocol/enrol.ts'
import { paths } from '#protocol/version.ts'
import { thisDevice } from '#storage/settings.ts'
import type { Store } from '#storage/store.ts'
import type { DeviceKey } from '#storage/vault/deviceKey.ts'
import { claimOf, digestOfClaim, newDoorSecrets } from '#storage/vault/enrolSecrets.ts'
import { browserConnection } from './browserSync.ts'
import type { TrustedClock } from './clock.ts'
import { type CallFailure, type Connection, signedCall } from './signedFetch.ts'

export interface DoorRequest {
  readonly label: string
  readonly use: 'staff' | 'borne'
  readonly placeId?: Id | undefined
  /** The coordinator who opens it. */
  readonly by: Id
}

/** What the new device needs: the link to follow, or the code to type. Shown once, kept nowhere (SEC-62). */
export interface OpenedDoor {
  /** The id that the device will have: how the one that came through this door is told from any other. */
  readonly device: Id
  readonly link: string
  /** 16 characters, not grouped. */
  readonly code: string
  /** Instant, ISO 8601. */
  readonly expires: string
}

/** Why the door stayed shut; each is also a translation key. */
export interface DoorFailure {
  readonly type: 'noAnswer' | 'intercepted' | 'not_allowed' | 'deviceUnknown' | 'serverFailed' | 'busy'
}

/** Opens the network's door for one new device, for ten minutes. The server learns digests only (SEC-62). */
export async function openDoor(
  store: Store,
  key: DeviceKey,
  clock: TrustedClock,
  request: DoorRequest,
  connection: Connection = browserConnection(clock),
  origin: string = location.origin,
): Promise<Result<OpenedDoor, DoorFailure>> {
  const device = await thisDevice(store)
  if (device === null) return err({ type: 'deviceUnknown' })
  const { linkSecret, hand, handSecret } = newDoorSecrets()
  const body: EnrolRequest = {
    id: newId(clock.today.current().day, connection.random),
    hand,
    linkDigest: await digestOfClaim(await claimOf(linkSecret)),
    handDigest: await digestOfClaim(await claimOf(handSecret)),
    label: request.label,
    use: request.use,
    ...(request.placeId && { placeId: request.placeId }),
    by: request.by,
  }
  const bytes = new TextEncoder().encode(JSON.stringify(body))
  const answer = await signedCall(
    connection,
    { deviceId: device.deviceId, key },
    {
      method: 'POST',
      path: paths.enrol,
      body: { bytes, encoding: null },
      schema: EnrolAnswer,
      seconds: 30,
      admin: true,
    },
  )
  if (!answer.ok) return err({ type: problemOf(answer.error) })
  return ok({
    device: body.id,
    link: `${origin}/#e=${body.id}.${linkSecret}`,
    code: hand + handSecret,
    expires: answer.value.expires,
  })
}

function problemOf(failure: CallFailure): DoorFailure['type'] {
  if (failure.type !== 'refused') return failure.type
  const { status, error } = failure
  if (status === 401) return 'deviceUnknown'
  if (status === 403) return 'not_allowed'
  return error.code === 'busy' ? 'busy' : 'serverFailed'
}
