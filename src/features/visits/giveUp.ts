import type { Id } from '#domain/ids.ts'
import { ok, type Result } from '#domain/result.ts'
import type { AppDb } from '#storage/db.ts'
import type { SaveFailure } from '#storage/failures.ts'
import { saveIntention } from '#storage/save.ts'
import type { Closed } from './openedVisit.ts'
import { discards, type Signing, signed } from './saveVisit.ts'

/** The person gives up what was held; the visit stays as it is. @param record whose draft goes with it */
export async function giveUp(
  db: AppDb,
  record: Id,
  closes: readonly Closed[],
  signing: Signing,
): Promise<Result<null, SaveFailure>> {
  const saved = await saveIntention(db, { ...signed(discards(closes), signing), draftDone: record })
  return saved.ok ? ok(null) : saved
}
