import type { RandomBytes } from '#domain/ids.ts'

const longest = 300_000
const first = 1_000

/**
 * Milliseconds to wait after the n-th failure in a row, drawn between 0 and min(300 s, 1 s · 2ⁿ) so that devices that
 * lost the network together do not come back together (SYN-20, full jitter).
 */
export function retryDelay(failures: number, random: RandomBytes): number {
  const ceiling = Math.min(longest, first * 2 ** Math.min(failures, 20))
  const [a = 0, b = 0, c = 0] = random(3)
  return Math.round(((a * 65_536 + b * 256 + c) / 0xff_ff_ff) * ceiling)
}

/** Seconds of a `Retry-After` header given as a number, bounded by an hour; `null` for anything else. */
export function retryAfter(header: string | null): number | null {
  if (header === null || !/^\d{1,6}$/.test(header.trim())) return null
  return Math.min(Number(header), 3600)
}
