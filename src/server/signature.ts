import { createPublicKey, hash, type KeyObject, timingSafeEqual, verify } from 'node:crypto'

/** SHA-256 in the two forms used on the wire. */
export function sha256(data: string | Uint8Array, encoding: 'base64' | 'base64url'): string {
  return hash('sha256', data, encoding)
}

/** Compares two digests without telling where they differ (SEC-66). */
export function isSameDigest(one: string, other: string): boolean {
  const first = Buffer.from(one)
  const second = Buffer.from(other)
  return first.length === second.length && timingSafeEqual(first, second)
}

const keys = new Map<string, KeyObject>()
const manyKeys = 2000

/**
 * A device's public key, ready to verify.
 * @param raw the uncompressed point, base64url
 * @returns `undefined` if it is not a point of P-256
 */
export function publicKeyOf(raw: string): KeyObject | undefined {
  const known = keys.get(raw)
  if (known !== undefined) return known
  const point = Buffer.from(raw, 'base64url')
  if (point.length !== 65 || point[0] !== 4) return undefined
  const half = (from: number) => point.subarray(from, from + 32).toString('base64url')
  try {
    const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: half(1), y: half(33) }, format: 'jwk' })
    if (keys.size > manyKeys) keys.clear()
    keys.set(raw, key)
    return key
  } catch {
    return undefined // not on the curve
  }
}

/** ECDSA P-256 with SHA-256 over r ‖ s. @param signature base64 of 64 bytes */
export function isSignedBy(key: KeyObject, text: string, signature: string): boolean {
  return verify(
    'sha256',
    Buffer.from(text),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64'),
  )
}

/**
 * The base point of the curve, whose private half is 1: a key of no device. An unknown device costs the same time as a
 * wrong signature (SEC-66); what it "verifies" is refused whatever the result.
 */
export const strangerKey =
  'BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU'
