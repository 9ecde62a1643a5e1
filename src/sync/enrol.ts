import { type Id, newId } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { readCrockford } from '#protocol/crockford.ts'
import { ClaimAnswer } from '#protocol/enrol.ts'
import type { EnrolProblem } from '#protocol/reasons.ts'
import { paths } from '#protocol/version.ts'
import type { AppDb } from '#storage/db.ts'
import type { SaveFailure } from '#storage/failures.ts'
import type { ThisDevice } from '#storage/meta.ts'
import { type DeviceKey, type NewDeviceKey, newDeviceKey, openDeviceKey } from '#storage/vault/deviceKey.ts'
import { claimOf } from '#storage/vault/enrolSecrets.ts'
import { sealGate } from '#storage/vault/gateSeal.ts'
import { type PinProblem, pinProblem } from '#storage/vault/pin.ts'
import { writeEnrolment } from '#storage/writeEnrolment.ts'
import { browserConnection } from './browserSync.ts'
import { civil, type TrustedClock } from './clock.ts'
import { type CallFailure, type Connection, unsignedCall } from './signedFetch.ts'

/** What finds the door of a new device, and what opens it. */
export interface Door {
  readonly door: string
  readonly secret: string
}

/** The door in the fragment of a link, `#s=…` or `#e=…`; it is to be removed from the address at once (SEC-50). */
export function readDoor(fragment: string): Door | undefined {
  const setup = /^#s=([A-Za-z0-9_-]{22})$/.exec(fragment)?.[1]
  if (setup !== undefined) return { door: 'setup', secret: setup }
  const [, door, secret] = /^#e=([0-9a-f-]{36})\.([A-Za-z0-9_-]{22})$/.exec(fragment) ?? []
  return door === undefined || secret === undefined ? undefined : { door, secret }
}

/** The door in a code typed by hand: 16 characters, in any case, with or without spaces and hyphens. */
export function readCode(typed: string): Door | undefined {
  const code = readCrockford(typed)
  return code?.length === 16 ? { door: code.slice(0, 4), secret: code.slice(4) } : undefined
}

export interface Enrolled {
  /** Open already: the person has just chosen the code. */
  readonly key: DeviceKey
  readonly device: ThisDevice
}

/** Why this browser did not become a device; each is also a translation key. */
export type EnrolFailure = {
  readonly type:
    | EnrolProblem
    | 'noAnswer'
    | 'intercepted'
    | 'serverFailed'
    | 'alreadyEnrolled'
    | PinProblem
    | SaveFailure['type']
}

/**
 * Makes this browser a device (SYN-55, SEC-62): claims the door, wraps the key under the team PIN, writes who it is.
 * @param clock of the exchange: it learns the server's time here
 * @param ask.key keep the same one through the retries of a screen: after a lost answer it is how the server knows
 * that it is the same device
 */
export async function enrol(
  db: AppDb,
  clock: TrustedClock,
  ask: { readonly door: Door; readonly pin: string; readonly key?: NewDeviceKey | undefined },
  connection: Connection = browserConnection(clock),
): Promise<Result<Enrolled, EnrolFailure>> {
  const problem = pinProblem(ask.pin)
  if (problem !== undefined) return err({ type: problem })

  const { publicKey, material } = ask.key ?? (await newDeviceKey())
  const answer = await claim(connection, ask.door, publicKey)
  if (!answer.ok) return err({ type: problemOf(answer.error) })
  const device = deviceOf(answer.value)
  const written = await writeEnrolment(db, {
    device,
    gate: await sealGate(material, ask.pin, device),
    incarnation: answer.value.incarnation,
    writer: newWriterId(answer.value.time, connection),
    time: connection.clock.mark() ?? { offset: 0, mark: 0, server: 0 },
  })
  if (!written.ok) return written
  db.markEnrolled()
  return ok({ key: await openDeviceKey(material), device })
}

async function claim(connection: Connection, { door, secret }: Door, publicKey: string) {
  const text = JSON.stringify({ door, claim: await claimOf(secret), publicKey })
  const body = { bytes: new TextEncoder().encode(text), encoding: null }
  return unsignedCall(connection, {
    method: 'POST',
    path: paths.claim,
    body,
    schema: ClaimAnswer,
    seconds: 30,
  })
}

function newWriterId(time: string, { random }: Connection): Id {
  return newId(civil(Date.parse(time)).day, random)
}

function deviceOf({ device, network, site, founder, label, placeId }: ClaimAnswer): ThisDevice {
  return { deviceId: device, networkId: network, siteId: site, founderId: founder, label, placeId }
}

const problems: ReadonlySet<string> = new Set([
  'code_unknown',
  'code_expired',
  'code_used',
  'code_blocked',
  'busy',
] satisfies EnrolProblem[])

function problemOf(failure: CallFailure): EnrolFailure['type'] {
  if (failure.type !== 'refused') return failure.type
  const { code } = failure.error
  return isProblem(code) ? code : 'serverFailed'
}

function isProblem(code: string): code is EnrolProblem {
  return problems.has(code)
}
