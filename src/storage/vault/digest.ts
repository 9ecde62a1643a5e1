import { toBase64, toBase64url, utf8 } from './bytes.ts'

/** SHA-256 of bytes, or of the UTF-8 of a text. */
export async function sha256(of: Uint8Array<ArrayBuffer> | string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', typeof of === 'string' ? utf8(of) : of))
}

export async function sha256Base64(of: Uint8Array<ArrayBuffer> | string): Promise<string> {
  return toBase64(await sha256(of))
}

export async function sha256Base64url(of: Uint8Array<ArrayBuffer> | string): Promise<string> {
  return toBase64url(await sha256(of))
}
