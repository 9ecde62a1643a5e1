import { useState } from 'react'
import {
  minutesOf,
  readMilliseconds,
  type Stopwatch,
  started,
  stopped,
  stopwatchAtZero,
} from './stopwatch.ts'

export interface VisitTimer {
  readonly watch: Stopwatch
  readonly start: () => void
  readonly stop: () => void
  /** Back to zero, minutes included. */
  readonly reset: () => void
  /** As it was for another visit; at zero for the next one. The minutes of this one are kept. */
  readonly put: (watch?: Stopwatch) => void
  /** Minutes to write now, while it runs; `null` when it has nothing to say. */
  readonly running: () => number | null
}

/**
 * The timer of the visit being typed, started from the minutes already there: a draft found again goes on from them.
 * @param onMinutes each time it stops
 */
export function useStopwatch(
  minutes: number | undefined,
  onMinutes: (minutes: number | null) => void,
): VisitTimer {
  const [watch, setWatch] = useState(stopwatchAtZero)
  return {
    watch,
    start: () => {
      const milliseconds = watch.milliseconds === 0 ? (minutes ?? 0) * 60_000 : watch.milliseconds
      setWatch(started({ ...watch, milliseconds }, Date.now()))
    },
    stop: () => {
      const next = stopped(watch, Date.now())
      setWatch(next)
      onMinutes(minutesOf(next.milliseconds))
    },
    reset: () => {
      setWatch(stopwatchAtZero)
      onMinutes(null)
    },
    put: (next = stopwatchAtZero) => setWatch(next),
    running: () => (watch.since === null ? null : minutesOf(readMilliseconds(watch, Date.now()))),
  }
}
