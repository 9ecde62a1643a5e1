/**
 * The RFC 9421 profile of SEC-65, as text only: keys and digests are elsewhere. One label `d`, five components in
 * this order, five parameters in this order. Anything else, double or missing, is refused.
 */
export interface SignedRequest {
  readonly method: string
  /** The path as sent, without query. */
  readonly path: string
  /** The query as sent with its `?`; a lone `?` when there is none (RFC 9421 § 2.2.7). */
  readonly query: string
  readonly contentDigest: string
  readonly contentType: string
}

export interface SignatureParams {
  /** Unix seconds. */
  readonly created: number
  /** The id of the device. */
  readonly keyid: string
  /** On administrative calls only: 16 random bytes, base64url (SEC-66). */
  readonly nonce?: string
}

const components = '("@method" "@path" "@query" "content-digest" "content-type")'
const inputShape =
  /^d=(\("@method" "@path" "@query" "content-digest" "content-type"\);created=(\d{1,12});keyid="([A-Za-z0-9._-]{1,64})";alg="ecdsa-p256-sha256";tag="permanence-1"(?:;nonce="([A-Za-z0-9_-]{16,64})")?)$/
const signatureShape = /^d=:([A-Za-z0-9+/]{86}==):$/
const digestShape = /^sha-256=:([A-Za-z0-9+/]{43}=):$/

/** The value of `Signature-Input` after `d=`. */
export function signatureParams({ created, keyid, nonce }: SignatureParams): string {
  const end = nonce === undefined ? '' : `;nonce="${nonce}"`
  return `${components};created=${created};keyid="${keyid}";alg="ecdsa-p256-sha256";tag="permanence-1"${end}`
}

/** The exact text that is signed (RFC 9421 § 2.5). */
export function signatureBase(request: SignedRequest, params: string): string {
  return [
    `"@method": ${request.method}`,
    `"@path": ${request.path}`,
    `"@query": ${request.query}`,
    `"content-digest": ${request.contentDigest}`,
    `"content-type": ${request.contentType}`,
    `"@signature-params": ${params}`,
  ].join('\n')
}

/** RFC 9530, from a SHA-256 in base64. */
export function contentDigest(sha256: string): string {
  return `sha-256=:${sha256}:`
}

export interface ReadSignature extends SignatureParams {
  readonly params: string
  /** Base64 of the 64 bytes r ‖ s. */
  readonly signature: string
  /** Base64 of the SHA-256 of the body as sent. */
  readonly digest: string
}

/** Reads the three headers strictly; `undefined` for anything that is not exactly the profile. */
export function readSignature(
  input: string | null | undefined,
  signature: string | null | undefined,
  digest: string | null | undefined,
): ReadSignature | undefined {
  const [, params, created, keyid, nonce] = inputShape.exec(input ?? '') ?? []
  const [, value] = signatureShape.exec(signature ?? '') ?? []
  const [, sha256] = digestShape.exec(digest ?? '') ?? []
  if (params === undefined || created === undefined || keyid === undefined) return undefined
  if (value === undefined || sha256 === undefined) return undefined
  return {
    params,
    created: Number(created),
    keyid,
    signature: value,
    digest: sha256,
    ...(nonce && { nonce }),
  }
}
