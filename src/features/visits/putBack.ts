import type { Id } from '#domain/ids.ts'
import type { Facts } from '#domain/kind.ts'
import { type VisitFacts, visit } from '#domain/kinds/visit.ts'
import { changeBetween } from '#domain/operation.ts'
import { ok, type Result } from '#domain/result.ts'
import type { AppDb } from '#storage/db.ts'
import type { SaveFailure } from '#storage/failures.ts'
import { type Signing, saveOn } from './saveVisit.ts'
import { answerOf, changedFields } from './visitFacts.ts'

/** What one edit changed. */
interface Edited {
  readonly before: VisitFacts
  readonly after: VisitFacts
}

/**
 * Puts the fields that an edit changed back to what they said before, except those that were changed again since.
 * @returns whether anything was left to put back
 */
export async function putBack(
  db: AppDb,
  record: Id,
  edited: Edited,
  signing: Signing,
): Promise<Result<boolean, SaveFailure>> {
  let isAny = false
  const saved = await saveOn(db, record, signing, ({ view, base }) => {
    if (view.deleted) return []
    const now = view.facts as VisitFacts
    const change = changeBetween(visit, now as Facts, putBackFacts(edited, now) as Facts)
    isAny = change !== undefined
    return change === undefined ? [] : [{ kind: 'visit', record, base, change }]
  })
  return saved.ok ? ok(isAny) : saved
}

/** The visit as it is now, with what still says what the edit made it say put back. */
export function putBackFacts({ before, after }: Edited, now: VisitFacts): VisitFacts {
  const moved = new Set(changedFields(after, now).map(family))
  const fields = changedFields(before, after).filter((field) => !moved.has(family(field)))
  const kept = Object.entries(now).filter(([field]) => !fields.includes(field))
  const back = fields.flatMap((field) => {
    const value = answerOf(before, field)
    return value === undefined ? [] : [[field, value] as const]
  })
  return Object.fromEntries([...kept, ...back]) as VisitFacts
}

const families: Readonly<Record<string, string>> = {
  halfDay: 'day',
  placeId: 'day',
  eventId: 'day',
  programmeId: 'day',
  rank: 'day',
  mandate: 'posture',
  referredTo: 'outcome',
  details: 'procedures',
}

/** Fields that only mean something together go back together: the half-day and the number there, the posture and its mandate. */
function family(field: string): string {
  const first = field.split('.')[0] ?? field
  return families[first] ?? first
}
