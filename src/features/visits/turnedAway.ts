import type { Day, HalfDay } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import type { Facts } from '#domain/kind.ts'
import { tallyField } from '#domain/kinds/event.ts'
import { ok, type Result } from '#domain/result.ts'
import type { AppDb } from '#storage/db.ts'
import { asResult, type SaveFailure } from '#storage/failures.ts'
import { saveIntention } from '#storage/save.ts'
import { findPermanence, permanenceIntents } from './permanence.ts'

export interface HalfDayOfPlace {
  readonly placeId: Id
  readonly day: Day
  readonly halfDay: HalfDay
}

export interface Author {
  /** The member who declares it. */
  readonly by: Id
  readonly deviceId: Id
  readonly today: Day
}

/** Presses wait for each other: each one counts from what the one before has written. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Counts a person who could not be received, or takes one back (G29). Each device counts under its own name, and
 * all are added up (GEN-7); one device never goes below zero.
 */
export function countTurnedAway(
  db: AppDb,
  where: HalfDayOfPlace,
  author: Author,
  step: 1 | -1,
): Promise<Result<null, SaveFailure>> {
  const counting = last.then(() => count(db, where, author, step))
  last = counting.catch(() => undefined) // a bug in one press throws there, and does not stop the next one
  return counting
}

async function count(
  db: AppDb,
  where: HalfDayOfPlace,
  { by, deviceId, today }: Author,
  step: 1 | -1,
): Promise<Result<null, SaveFailure>> {
  const field = tallyField('turnedAway', deviceId)
  const read = await asResult(async () =>
    permanenceIntents(db, await findPermanence(db, where.placeId, where.day, where.halfDay), (now) => {
      const counted: Facts = { [field]: Math.max(0, (now[field] ?? 0) + step) }
      return counted
    }),
  )
  if (!read.ok) return read
  if (read.value.length === 0) return ok(null)
  const saved = await saveIntention(db, { operations: read.value, by, day: today })
  return saved.ok ? ok(null) : saved
}
