import { base64urlBytes, toBase64, toBase64url, utf8 } from './bytes.ts'

/** The open device key: memory only, it cannot be exported; dropping it locks the device (SEC-21). */
export interface DeviceKey {
  /** ECDSA P-256 with SHA-256 over the UTF-8 of the text: base64 of the 64 bytes r ‖ s. */
  readonly sign: (text: string) => Promise<string>
}

/** A key that has no gate yet. It must be wrapped before anything is stored (`sealGate`). */
export interface NewDeviceKey {
  /** The raw uncompressed point, 65 bytes, base64url: what the server keeps. */
  readonly publicKey: string
  /** d ‖ x ‖ y, 96 bytes: the secret itself, for wrapping only. */
  readonly material: Uint8Array<ArrayBuffer>
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
const coordinate = 32

export async function newDeviceKey(): Promise<NewDeviceKey> {
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const { d, x, y } = await crypto.subtle.exportKey('jwk', pair.privateKey)
  const material = new Uint8Array(3 * coordinate)
  for (const [index, part] of [d, x, y].entries()) {
    const bytes = base64urlBytes(part ?? '')
    if (bytes?.length !== coordinate) throw new Error('a P-256 key with an unexpected export')
    material.set(bytes, index * coordinate)
  }
  const point = await crypto.subtle.exportKey('raw', pair.publicKey)
  return { publicKey: toBase64url(new Uint8Array(point)), material }
}

/** Imports unwrapped material so that it can sign and never leave. @throws when x and y are not the point of d */
export async function openDeviceKey(material: Uint8Array<ArrayBuffer>): Promise<DeviceKey> {
  const part = (at: number) => toBase64url(material.subarray(at * coordinate, (at + 1) * coordinate))
  const jwk = { kty: 'EC', crv: 'P-256', d: part(0), x: part(1), y: part(2) }
  const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign'])
  return {
    sign: async (text) => {
      const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, utf8(text))
      return toBase64(new Uint8Array(signature))
    },
  }
}
