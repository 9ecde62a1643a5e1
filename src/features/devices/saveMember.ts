import type { Day } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import type { Facts } from '#domain/kind.ts'
import { member } from '#domain/kinds/member.ts'
import { changeBetween } from '#domain/operation.ts'
import { ok, type Result } from '#domain/result.ts'
import type { AppDb } from '#storage/db.ts'
import type { SaveFailure } from '#storage/failures.ts'
import type { Opened } from '#storage/openRecord.ts'
import { saveIntention } from '#storage/save.ts'
import { factsOf, type MemberAnswers } from './memberAnswers.ts'

/**
 * Saves a member as an ordinary operation: only the fields that differ from what the form showed (SYN-4).
 * @param opened as the form showed it; `null` for somebody new
 */
export async function saveMember(
  db: AppDb,
  record: Id,
  opened: Opened | null,
  answers: MemberAnswers,
  { by, today }: { readonly by: Id; readonly today: Day },
): Promise<Result<null, SaveFailure>> {
  const facts = factsOf(answers)
  const before: Facts = opened === null ? {} : asked(opened.view.facts, Object.keys(answers))
  const change = changeBetween(member, before, facts)
  if (change === undefined) return ok(null)
  const base = opened?.base ?? 0
  const saved = await saveIntention(db, {
    operations: [{ kind: 'member', record, base, change }],
    by,
    day: today,
  })
  return saved.ok ? ok(null) : saved
}

const fields: Readonly<Record<string, string>> = { starts: 'startsOn', ends: 'endsOn' }

/** The facts that this form asks: the others are not its business and must not look removed. */
function asked(facts: Facts, names: readonly string[]): Facts {
  const known = new Set(names.map((name) => fields[name] ?? name))
  return Object.fromEntries(Object.entries(facts).filter(([name]) => known.has(name)))
}
