/** Both clocks of a moment, in milliseconds. One of them may stop during sleep, the other may be changed by hand. */
export interface Moment {
  readonly monotonic: number
  readonly wall: number
}

/** How long before closing the person is told, in milliseconds. */
export const warningMilliseconds = 60_000

/** The larger of the two elapsed times (SEC-35): a tablet that slept an hour was idle for an hour. */
export function elapsed(since: Moment, now: Moment): number {
  return Math.max(now.monotonic - since.monotonic, now.wall - since.wall)
}

export type Idleness = 'active' | 'soon' | 'over'

export function idleness(since: Moment, now: Moment, idleMinutes: number): Idleness {
  const left = idleMinutes * 60_000 - elapsed(since, now)
  if (left <= 0) return 'over'
  return left <= warningMilliseconds ? 'soon' : 'active'
}
