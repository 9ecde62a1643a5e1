import type { Id } from '#domain/ids.ts'
import { base64urlBytes, toBase64url, utf8 } from './bytes.ts'
import { type Gate, gateIterations } from './gateFormat.ts'
import { randomBytes } from './random.ts'

/** Whose gate it is: bound to the ciphertext, so that a row moved to another device opens nothing (SEC-15). */
export interface GateOwner {
  readonly networkId: Id
  readonly deviceId: Id
}

/** Wraps the material of a device key under a team PIN, with a fresh salt and iv. */
export async function sealGate(
  material: Uint8Array<ArrayBuffer>,
  pin: string,
  owner: GateOwner,
): Promise<Gate> {
  const [salt, iv] = [Uint8Array.from(randomBytes(16)), Uint8Array.from(randomBytes(12))]
  const key = await deriveKey(pin, salt, gateIterations, 'encrypt')
  const ct = await crypto.subtle.encrypt(cipher(iv, owner), key, material)
  return {
    v: 1,
    kdf: { alg: 'PBKDF2-SHA-256', iterations: gateIterations, salt: toBase64url(salt) },
    iv: toBase64url(iv),
    ct: toBase64url(new Uint8Array(ct)),
    tries: 0,
  }
}

/** The material under this PIN, or `undefined` for a wrong PIN or altered bytes: the two cannot be told apart. */
export async function unsealGate(
  gate: Gate,
  pin: string,
  owner: GateOwner,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const [salt, iv, ct] = [gate.kdf.salt, gate.iv, gate.ct].map(base64urlBytes)
  if (salt === undefined || iv === undefined || ct === undefined) return undefined
  const key = await deriveKey(pin, salt, gate.kdf.iterations, 'decrypt')
  try {
    return new Uint8Array(await crypto.subtle.decrypt(cipher(iv, owner), key, ct))
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'OperationError') return undefined
    throw thrown
  }
}

function cipher(iv: Uint8Array<ArrayBuffer>, { networkId, deviceId }: GateOwner): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: utf8(`permanence/1|gate|${networkId}|${deviceId}`) }
}

async function deriveKey(
  pin: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', utf8(pin), 'PBKDF2', false, ['deriveKey'])
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return crypto.subtle.deriveKey(derivation, secret, { name: 'AES-GCM', length: 256 }, false, [use])
}
