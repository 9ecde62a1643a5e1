import type { RandomBytes } from '#domain/ids.ts'

/** Bytes nobody can foresee: the only source of randomness of ids, keys and secrets. */
export const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))
