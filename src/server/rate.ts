import { limits } from '#protocol/limits.ts'

export interface RateLimit {
  /** Takes one request of this key. @returns seconds to wait, or 0 when it may pass */
  take(key: string, now: number, pace?: Pace): number
}

/** A bucket of `burst` requests, refilled evenly. */
export interface Pace {
  readonly perMinute: number
  readonly burst: number
}

type Bucket = { tokens: number; at: number }

const devicePace: Pace = { perMinute: limits.requestsPerMinute, burst: limits.requestBurst }
export const bornePace: Pace = {
  perMinute: limits.borneRequestsPerMinute,
  burst: limits.borneRequestsPerMinute,
}
/** A bucket left alone this long is full again, so it can be forgotten. */
const refillMilliseconds = 2 * 60_000
const manyBuckets = 5000

/**
 * A bucket per device and address, checked before any cryptography (SEC-75). Kept in memory: losing it at a restart
 * costs nothing, and a forged `keyid` from elsewhere does not empty the bucket of the real device.
 */
export function rateLimit(): RateLimit {
  const buckets = new Map<string, Bucket>()
  return {
    take(key, now, { perMinute, burst } = devicePace) {
      if (buckets.size > manyBuckets) forget(buckets, now)
      const bucket = buckets.get(key) ?? { tokens: burst, at: now }
      const elapsed = Math.max(0, now - bucket.at)
      const tokens = Math.min(burst, bucket.tokens + (elapsed * perMinute) / 60_000)
      const passes = tokens >= 1
      buckets.set(key, { tokens: passes ? tokens - 1 : tokens, at: now })
      return passes ? 0 : Math.ceil(((1 - tokens) * 60) / perMinute)
    },
  }
}

/** Drops full buckets; if a flood left none of them full, drops all: memory matters more than one burst. */
function forget(buckets: Map<string, Bucket>, now: number): void {
  for (const [key, bucket] of buckets) if (now - bucket.at > refillMilliseconds) buckets.delete(key)
  if (buckets.size > manyBuckets) buckets.clear()
}
