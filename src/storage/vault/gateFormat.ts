import * as v from 'valibot'
import { base64urlBytes } from './bytes.ts'

/** Iterations of PBKDF2 for a team PIN (SEC-23 floor; the PIN is a gate, not what seals). */
export const gateIterations = 600_000

function encoded(bytes: number) {
  return v.pipe(
    v.string(),
    v.check((text) => base64urlBytes(text)?.length === bytes, 'length'),
  )
}

/**
 * The device key wrapped under the team PIN (5-security § 5.5): checked whole **before** anything is derived
 * (SEC-23), so that an edited row cannot lower the cost, freeze the page or be read as another format.
 * The wrapped text is d ‖ x ‖ y of the P-256 key, 96 bytes, and the 16 bytes of the tag.
 */
export const Gate = v.strictObject({
  v: v.literal(1),
  kdf: v.strictObject({
    alg: v.literal('PBKDF2-SHA-256'),
    iterations: v.pipe(v.number(), v.integer(), v.minValue(gateIterations), v.maxValue(20_000_000)),
    salt: encoded(16),
  }),
  iv: encoded(12),
  ct: encoded(112),
  /** Wrong tries since the last right one. */
  tries: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})
export type Gate = v.InferOutput<typeof Gate>
