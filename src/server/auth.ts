import { err, ok, type Result } from '#domain/result.ts'
import { limits } from '#protocol/limits.ts'
import { type ReadSignature, readSignature, signatureBase } from '#protocol/signature.ts'
import { readBody } from './body.ts'
import type { Fault } from './fault.ts'
import { bornePace, type RateLimit } from './rate.ts'
import { isSameDigest, isSignedBy, publicKeyOf, sha256, strangerKey } from './signature.ts'
import type { Store } from './store.ts'
import type { Clock } from './time.ts'

/** What the transport knows of a request beside its standard form. */
export interface Caller {
  /** The request target exactly as received. */
  readonly target: string
  /** For counting tries only; never logged. */
  readonly address: string
  /** A header twice, folded, or otherwise not as our clients write them. */
  readonly isOdd?: boolean
}

/** Who signed: everything about the caller comes from its key (SYN-54, SEC-72). */
export interface Identity {
  readonly tenant: string
  readonly device: string
  readonly site: string
  readonly use: 'staff' | 'borne'
}

export interface SignedBody extends Identity {
  readonly body: Uint8Array<ArrayBuffer>
  readonly nonce: string | undefined
}

export interface Gate {
  readonly store: Store
  readonly clock: Clock
  readonly rate: RateLimit
}

interface DeviceRow {
  readonly tenant: string
  readonly id: string
  readonly public_key: string
  readonly site: string
  readonly use: 'staff' | 'borne'
  readonly state: string
}

/**
 * Verifies a request against the profile of SEC-65. Limits come first, then the body, then exactly one signature
 * check whatever is wrong, so that every refusal looks and lasts the same (SEC-66).
 * @param needsNonce true on administrative calls, where a nonce must be present; elsewhere it must not
 */
export async function authenticate(
  request: Request,
  caller: Caller,
  gate: Gate,
  needsNonce: boolean,
): Promise<Result<SignedBody, Fault>> {
  const { headers } = request
  const digest = headers.get('content-digest')
  const signature = readSignature(headers.get('signature-input'), headers.get('signature'), digest)
  const wait = gate.rate.take(`${signature?.keyid ?? ''} ${caller.address}`, gate.clock())
  if (wait > 0) return err({ type: 'busy', retryAfter: wait })

  const body = await readBody(request)
  if (!body.ok) return body
  const devices = await devicesOf(gate.store, signature?.keyid ?? '')
  const text = textToSign(request, caller.target, digest ?? '', signature?.params ?? '')
  const device = signerOf(devices, text, signature)
  const isRight =
    signature !== undefined &&
    caller.isOdd !== true &&
    Math.abs(gate.clock() / 1000 - signature.created) <= limits.signatureWindowSeconds &&
    isSameDigest(sha256(body.value, 'base64'), signature.digest) &&
    (signature.nonce !== undefined) === needsNonce
  if (device === undefined || !isRight) return err({ type: 'unauthenticated' })
  if (device.state !== 'active') return err({ type: 'device_revoked' })
  const borneWait = device.use === 'borne' ? gate.rate.take(device.id, gate.clock(), bornePace) : 0
  if (borneWait > 0) return err({ type: 'busy', retryAfter: borneWait })
  const { tenant, id, site, use } = device
  return ok({ tenant, device: id, site, use, body: body.value, nonce: signature.nonce })
}

/** The id of a device is unique in its tenant; should two tenants share one, the signature says which it is. */
function devicesOf(store: Store, id: string): Promise<readonly DeviceRow[]> {
  return store.read((tx) =>
    tx.all<DeviceRow>('select tenant, id, public_key, site, use, state from device where id = $1 limit 4', [
      id,
    ]),
  )
}

const nothing = 'A'.repeat(86).concat('==')

function signerOf(
  devices: readonly DeviceRow[],
  text: string,
  signature: ReadSignature | undefined,
): DeviceRow | undefined {
  const isSigner = (raw: string) => {
    const key = publicKeyOf(raw)
    return key !== undefined && isSignedBy(key, text, signature?.signature ?? nothing)
  }
  if (devices.length === 0) isSigner(strangerKey)
  return devices.find((device) => isSigner(device.public_key))
}

function textToSign(request: Request, target: string, digest: string, params: string): string {
  const at = target.indexOf('?')
  return signatureBase(
    {
      method: request.method,
      path: at === -1 ? target : target.slice(0, at),
      query: at === -1 ? '?' : target.slice(at),
      contentDigest: digest,
      contentType: request.headers.get('content-type') ?? '',
    },
    params,
  )
}
