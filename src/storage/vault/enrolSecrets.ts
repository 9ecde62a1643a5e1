import { toCrockford } from '#protocol/crockford.ts'
import { claimContext } from '#protocol/enrol.ts'
import { base64urlBytes, toBase64url } from './bytes.ts'
import { sha256, sha256Base64url } from './digest.ts'
import { randomBytes } from './random.ts'

/** What a device shows of a secret to prove that it holds it (SEC-62): base64url of a SHA-256. */
export function claimOf(secret: string): Promise<string> {
  return sha256Base64url(claimContext + secret)
}

/** What the server is given beforehand to recognise that claim: the digest of its bytes. */
export async function digestOfClaim(claim: string): Promise<string> {
  const bytes = base64urlBytes(claim)
  if (bytes === undefined) throw new Error('a claim is base64url')
  return toBase64url(await sha256(bytes))
}

/** The two ways through one door: a link with 128 bits, and 16 characters to type, 80 bits (SEC-62). */
export interface DoorSecrets {
  readonly linkSecret: string
  /** The first 4 characters find the door, the 12 others open it. */
  readonly hand: string
  readonly handSecret: string
}

export function newDoorSecrets(): DoorSecrets {
  const code = toCrockford(randomBytes(10))
  return { linkSecret: toBase64url(randomBytes(16)), hand: code.slice(0, 4), handSecret: code.slice(4) }
}
