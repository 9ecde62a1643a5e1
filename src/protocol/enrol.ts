import * as v from 'valibot'
import { Id } from '#domain/ids.ts'
import { OrgText } from '#domain/text.ts'

const base64url = /^[A-Za-z0-9_-]+$/

/** SHA-256 as 43 characters of base64url. */
export const Digest = v.pipe(v.string(), v.length(43), v.regex(base64url, 'digest'))

/** A P-256 public key: the raw uncompressed point, 65 bytes, base64url. */
export const PublicKey = v.pipe(v.string(), v.length(87), v.regex(base64url, 'key'))

/**
 * `POST /enrol`, signed by a coordinator's device with a nonce: opens the door for one device, once, for ten
 * minutes. The server learns digests only: of the claim behind the link, and of the one behind the typed code.
 * Strict: an unknown member of an administrative call is an error (SEC-75).
 */
export const EnrolRequest = v.strictObject({
  /** Becomes the id of the device. */
  id: Id,
  /** First 4 characters of the typed code: finds the door without opening it. */
  hand: v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{4}$/, 'code')),
  linkDigest: Digest,
  handDigest: Digest,
  label: OrgText,
  use: v.picklist(['staff', 'borne']),
  placeId: v.optional(Id),
  /** The declared author: must be a coordinator. */
  by: Id,
})
export type EnrolRequest = v.InferOutput<typeof EnrolRequest>

export const EnrolAnswer = v.object({
  id: Id,
  expires: v.pipe(v.string(), v.isoTimestamp()),
  time: v.pipe(v.string(), v.isoTimestamp()),
})
export type EnrolAnswer = v.InferOutput<typeof EnrolAnswer>

/**
 * `POST /enrol/claim`, unsigned: a new device gives its public key and what it holds of the secret.
 * `door` is the id of the link, the first 4 characters of a typed code, or `setup` on a first start.
 */
export const ClaimRequest = v.strictObject({
  door: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  /** Derived from the secret, base64url; the server compares its SHA-256 (SEC-62). */
  claim: Digest,
  publicKey: PublicKey,
})
export type ClaimRequest = v.InferOutput<typeof ClaimRequest>

/** Where the new device now belongs (SYN-55). `founder` is set on a first start: the id of the first coordinator. */
export const ClaimAnswer = v.object({
  device: Id,
  network: Id,
  site: Id,
  founder: v.nullable(Id),
  label: v.nullable(v.string()),
  placeId: v.nullable(Id),
  incarnation: v.pipe(v.number(), v.safeInteger()),
  time: v.pipe(v.string(), v.isoTimestamp()),
})
export type ClaimAnswer = v.InferOutput<typeof ClaimAnswer>

/** What precedes the secret before hashing, so that a claim is good for this and nothing else. */
export const claimContext = 'permanence/1/claim|'
