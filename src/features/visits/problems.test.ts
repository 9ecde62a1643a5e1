import { expect, test } from 'vitest'
import { controlId, formProblems } from './problems.ts'

const world = { today: '2026-11-24', opensOn: '2026-01-05', role: 'mediator' }
const free = { isAsked: false, answer: null } as const
const good = {
  day: '2026-11-24',
  halfDay: 'am',
  arrival: 'walkIn',
  procedures: ['caf.create'],
  outcome: 'doneTogether',
} as const
const types = (...args: Parameters<typeof formProblems>) => formProblems(...args).map(({ type }) => type)

test('[VIS-1] arrival, one procedure and outcome are enough', () => {
  expect(formProblems(good, world, free)).toEqual([])
})

test('[STATE-5] everything that is missing is told at once', () => {
  expect(types({ day: '2026-11-24' }, world, free)).toEqual([
    'arrivalMissing',
    'procedureMissing',
    'outcomeMissing',
  ])
})

test('[VIS-5] the protection question comes before the mandate, and a protected person has none', () => {
  const acting = { ...good, posture: 'inTheirPlace' }
  expect(types(acting, world, { isAsked: true, answer: null })).toEqual(['protectedMissing'])
  expect(types(acting, world, { isAsked: true, answer: 'yes' })).toEqual(['protectedRefused'])
  expect(types(acting, world, { isAsked: true, answer: 'no' })).toEqual(['mandateMissing'])
})

test('[VIS-5] a volunteer acts for nobody', () => {
  const acting = { ...good, posture: 'inTheirPlace', 'mandate.ref': 'M-1' }
  expect(types(acting, { ...world, role: 'volunteer' }, free)).toEqual(['mandateRole'])
})

test('[SEC-8] the number of a mandate is no place for a name', () => {
  const acting = { ...good, posture: 'inTheirPlace', 'mandate.ref': 'Mme Dupont' }
  expect(types(acting, world, free)).toEqual(['mandateShape'])
})

test('[SEC-103] the number of a mandate is no place for the number of a person or of a bank', () => {
  const acting = (ref: string) => ({ ...good, posture: 'inTheirPlace', 'mandate.ref': ref }) as const
  for (const ref of ['185057800608491', '1 85 05 78 006 084 91', '4111111111111111'])
    expect(types(acting(ref), world, free), ref).toEqual(['mandateForbidden'])
  expect(types(acting('M-0042'), world, free)).toEqual([])
})

test('[SEC-76] no day, a day that has not come, and a day before the place opened', () => {
  expect(types({ ...good, day: '' }, world, free)).toContain('dayMissing')
  expect(types({ ...good, day: '2026-11-25' }, world, free)).toEqual(['dayInFuture'])
  expect(types({ ...good, day: '2025-12-31' }, world, free)).toEqual(['beforeOpening'])
})

test('[STATE-5] a line of the summary leads to the control of its field', () => {
  expect(controlId('visit', 'referredTo.structure')).toBe('visit-referredTo-structure')
})
