import { expect, test } from 'vitest'
import type { MemberFacts } from '#domain/kinds/member.ts'
import type { Shown } from '#storage/shown.ts'
import { frenchDayProblem, readFrenchDay, writeFrenchDay } from './frenchDay.ts'
import { answersOf, factsOf, leavesNobody, type MemberAnswers, memberProblems } from './memberAnswers.ts'

const today = '2026-11-24'
const ines: MemberAnswers = {
  name: 'Inès',
  function: 'civicService',
  role: 'volunteer',
  starts: '01/09/2026',
  ends: '30/06/2027',
}
const shown = (id: string, facts: MemberFacts): Shown<MemberFacts> => ({
  id,
  kind: 'member',
  siteId: null,
  rev: 1,
  facts,
  deleted: false,
  parallel: false,
})

test('[WORD-6] a day is read as it is written in France, and a day that does not exist is not read', () => {
  expect(readFrenchDay('24/11/2026')).toBe('2026-11-24')
  expect(readFrenchDay(' 1.9.2026 ')).toBe('2026-09-01')
  for (const wrong of ['', '31/02/2026', '2026-11-24', '24/11/26', '24/13/2026']) {
    expect(readFrenchDay(wrong), wrong).toBeUndefined()
  }
  expect(writeFrenchDay('2026-09-01')).toBe('01/09/2026')
})

test.each([
  ['24/11/2026', undefined],
  ['29/02/2027', 'dayUnreal'],
  ['31/02/2026', 'dayUnreal'],
  ['31/12/9999', 'dayFar'],
  ['01/01/1969', 'dayFar'],
  ['24/11/26', 'dayShape'],
  ['demain', 'dayShape'],
] as const)('[WORD-3] « %s » as a day is told for what it is: %s', (typed, problem) => {
  expect(frenchDayProblem(typed)).toBe(problem)
})

test('[SEC-88] a volunteer has a last day, a mediator may have none', () => {
  expect(memberProblems({ ...ines, ends: '' })).toEqual([{ field: 'ends', type: 'endsMissing' }])
  expect(memberProblems({ ...ines, ends: ' ', role: 'mediator' })).toEqual([])
})

test('[STATE-5] every problem of the form is told at once', () => {
  const empty = { name: ' ', function: '', role: 'volunteer', starts: 'demain', ends: '31/02/2027' }
  expect(memberProblems(empty)).toEqual([
    { field: 'name', type: 'required' },
    { field: 'function', type: 'functionMissing' },
    { field: 'starts', type: 'dayShape' },
    { field: 'ends', type: 'dayUnreal' },
  ])
  expect(memberProblems({ ...ines, ends: '31/08/2026' })).toEqual([{ field: 'ends', type: 'endsBefore' }])
})

test('[E-19] what the form says is what is saved, and comes back in the form', () => {
  expect(factsOf(ines)).toEqual({
    name: 'Inès',
    function: 'civicService',
    role: 'volunteer',
    startsOn: '2026-09-01',
    endsOn: '2027-06-30',
  })
  expect(answersOf(factsOf(ines) as MemberFacts, today)).toEqual(ines)
})

test('[SEC-71] the last coordinator cannot leave the team without one', () => {
  const paul = shown('p', { name: 'Paul', role: 'coordinator', startsOn: '2026-01-01' })
  const gone: MemberAnswers = { ...ines, role: 'mediator', ends: '' }
  expect(leavesNobody([paul], 'p', gone, today)).toBe(true)
  const former = shown('z', { ...paul.facts, endsOn: '2026-06-30' })
  expect(leavesNobody([paul, former], 'p', gone, today)).toBe(true)
  const sara = shown('s', { name: 'Sara', role: 'coordinator', startsOn: '2026-01-01' })
  expect(leavesNobody([paul, sara], 'p', gone, today)).toBe(false)
})
