/**
 * The timer of the visit being typed. What is kept in a draft is `milliseconds` alone: a start time would be a
 * clock time about somebody, which is stored nowhere (SEC-9); after a crash the timer is found stopped.
 */
export interface Stopwatch {
  /** Counted until the last stop. */
  readonly milliseconds: number
  /** Instant of the last start, in milliseconds; `null` while stopped. In memory only. */
  readonly since: number | null
}

export const stopwatchAtZero: Stopwatch = { milliseconds: 0, since: null }

const longestMinutes = 480

export function started(watch: Stopwatch, now: number): Stopwatch {
  return watch.since === null ? { ...watch, since: now } : watch
}

export function stopped(watch: Stopwatch, now: number): Stopwatch {
  return { milliseconds: readMilliseconds(watch, now), since: null }
}

export function readMilliseconds({ milliseconds, since }: Stopwatch, now: number): number {
  return milliseconds + (since === null ? 0 : Math.max(0, now - since))
}

/** Whole minutes as a visit stores them: at least one once started, at most 8 hours; `null` if never started. */
export function minutesOf(milliseconds: number): number | null {
  if (milliseconds === 0) return null
  return Math.min(longestMinutes, Math.max(1, Math.round(milliseconds / 60_000)))
}

/** `00:12:40` */
export function face(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}
