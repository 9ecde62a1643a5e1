import * as v from 'valibot'
import type { Day } from '#domain/day.ts'
import type { Facts } from '#domain/kind.ts'
import { isMemberOn, type MemberFacts } from '#domain/kinds/member.ts'
import { DisplayName, tidy } from '#domain/text.ts'
import type { Shown } from '#storage/shown.ts'
import { frenchDayProblem, readFrenchDay, writeFrenchDay } from './frenchDay.ts'

/** What the form of a member holds, as typed. */
export interface MemberAnswers {
  readonly name: string
  readonly function: string
  readonly role: string
  readonly starts: string
  readonly ends: string
}

export type MemberProblem =
  | { readonly field: 'name'; readonly type: 'required' | 'tooLong' | 'text' | 'forbidden' }
  | { readonly field: 'function'; readonly type: 'functionMissing' }
  | { readonly field: 'starts' | 'ends'; readonly type: 'dayShape' | 'dayFar' | 'dayUnreal' }
  | { readonly field: 'ends'; readonly type: 'endsMissing' | 'endsBefore' }

export function answersOf(facts: MemberFacts, today: Day): MemberAnswers {
  return {
    name: facts.name ?? '',
    function: facts.function ?? '',
    role: facts.role ?? 'volunteer',
    starts: writeFrenchDay(facts.startsOn ?? today),
    ends: facts.endsOn === undefined ? '' : writeFrenchDay(facts.endsOn),
  }
}

/** Everything that stops a member from being saved, in the order of the form (SEC-88: a contract has an end). */
export function memberProblems(answers: MemberAnswers): readonly MemberProblem[] {
  const name = v.safeParse(DisplayName, tidy(answers.name))
  const starts = readFrenchDay(answers.starts)
  const ends = answers.ends.trim() === '' ? null : readFrenchDay(answers.ends)
  const startsProblem = frenchDayProblem(answers.starts)
  const endsProblem = ends === null ? undefined : frenchDayProblem(answers.ends)
  const problems: (MemberProblem | false)[] = [
    !name.success && { field: 'name', type: name.issues[0].message as 'required' },
    answers.function === '' && { field: 'function', type: 'functionMissing' },
    startsProblem !== undefined && { field: 'starts', type: startsProblem },
    endsProblem !== undefined && { field: 'ends', type: endsProblem },
    ends === null && answers.role === 'volunteer' && { field: 'ends', type: 'endsMissing' },
    starts !== undefined &&
      ends !== undefined &&
      ends !== null &&
      ends < starts && { field: 'ends', type: 'endsBefore' },
  ]
  return problems.filter((problem) => problem !== false)
}

/** The facts that the answers say; a last day left empty empties the field. Only for answers without a problem. */
export function factsOf(answers: MemberAnswers): Facts {
  const ends = readFrenchDay(answers.ends)
  return {
    name: tidy(answers.name),
    function: answers.function,
    role: answers.role,
    startsOn: readFrenchDay(answers.starts) ?? '',
    ...(ends !== undefined && { endsOn: ends }),
  }
}

/**
 * True when nobody could change the team any more: this member would stop coordinating today, and no one else does.
 * @param others the members as they are, this one included
 */
export function leavesNobody(
  others: readonly Shown<MemberFacts>[],
  id: string,
  answers: MemberAnswers,
  today: Day,
): boolean {
  const coordinates = (facts: MemberFacts) => facts.role === 'coordinator' && isMemberOn(facts, today)
  if (coordinates(factsOf(answers) as MemberFacts)) return false
  return !others.some((other) => other.id !== id && coordinates(other.facts))
}
