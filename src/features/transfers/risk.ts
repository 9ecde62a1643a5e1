import { addDays, type Day } from '#domain/day.ts'
import type { Persistence, Space } from '#storage/health.ts'
import type { TransferFacts } from '#storage/transfers.ts'

/** Data at risk: the only reasons for red (STATE-3). No network is none of them. */
export type Risk = 'late' | 'storage' | 'space' | 'clock'

export interface Circumstances {
  readonly facts: Pick<TransferFacts, 'pending' | 'oldestDay' | 'lastExchange' | 'lastFailure'>
  readonly persistence: Persistence
  readonly space: Space | null
  readonly today: Day
  /** Trusted time, in milliseconds. */
  readonly now: number
  /** Device clock minus server, in minutes; `null` when it was not compared. */
  readonly minutesOff: number | null
}

const day = 86_400_000
/** Beyond these a person is warned (STATE-3). */
const fullShare = 0.8
const clockMinutes = 10

export function risks(found: Circumstances): readonly Risk[] {
  const all: (Risk | false)[] = [
    isLate(found) && 'late',
    isOnlyHere(found) && 'storage',
    isFull(found.space) && 'space',
    found.minutesOff !== null && Math.abs(found.minutesOff) > clockMinutes && 'clock',
  ]
  return all.filter((risk) => risk !== false)
}

/**
 * Unsent for more than 24 hours. A record knows its day and not its hour (GEN-3): from the day before yesterday it is
 * sure; from yesterday it is when nothing was exchanged for a whole day either.
 */
function isLate({ facts, today, now }: Circumstances): boolean {
  const { pending, oldestDay, lastExchange } = facts
  if (pending === 0 || oldestDay === null || oldestDay >= today) return false
  return oldestDay < addDays(today, -1) || lastExchange === null || now - lastExchange > day
}

/** Records that nothing promises to keep, and that cannot leave for now: a save that is on its way is no alarm. */
function isOnlyHere({ facts, persistence }: Circumstances): boolean {
  return facts.pending > 0 && persistence === 'refused' && facts.lastFailure !== null
}

export function isFull(space: Space | null): boolean {
  if (space === null) return false
  return space.usedBytes / (space.usedBytes + space.freeBytes) > fullShare
}
