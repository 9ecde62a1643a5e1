import { limits } from '#protocol/limits.ts'

export interface RateLimit {
  /** Takes one request of this key. @returns seconds to wait, or 0 when it may pass */
  take(key: string, now: number): number
}

type Bucket = { tokens: number; at: number }

const perMillisecond = limits.requestsPerMinute / 60_000
/** A bucket left alone this long is full again, so it can be forgotten. */
const refillMilliseconds = limits.requestBurst / perMillisecond
const manyBuckets = 5000

/**
 * A bucket per device and address, checked before any cryptography (SEC-75). Kept in memory: losing it at a restart
 * costs nothing, and a forged `keyid` from elsewhere does not empty the bucket of the real device.
 */
export function rateLimit(): RateLimit {
  const buckets = new Map<string, Bucket>()
  return {
    take(key, now) {
      if (buckets.size > manyBuckets) forget(buckets, now)
      const bucket = buckets.get(key) ?? { tokens: limits.requestBurst, at: now }
      const elapsed = Math.max(0, now - bucket.at)
      const tokens = Math.min(limits.requestBurst, bucket.tokens + elapsed * perMillisecond)
      const passes = tokens >= 1
      buckets.set(key, { tokens: passes ? tokens - 1 : tokens, at: now })
      return passes ? 0 : Math.ceil((1 - tokens) / perMillisecond / 1000)
    },
  }
}

/** Drops full buckets; if a flood left none of them full, drops all: memory matters more than one burst. */
function forget(buckets: Map<string, Bucket>, now: number): void {
  for (const [key, bucket] of buckets) if (now - bucket.at > refillMilliseconds) buckets.delete(key)
  if (buckets.size > manyBuckets) buckets.clear()
}
