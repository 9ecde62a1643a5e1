import { describe, expect, test } from 'vitest'
import { isCounted, type VisitFacts, visitProblems } from './visit.ts'

const id = '019cdf57-d000-7000-8000-000000000001'
const good: VisitFacts = {
  day: '2026-03-12',
  halfDay: 'am',
  placeId: id,
  arrival: 'walkIn',
  outcome: 'informed',
  procedures: ['ameli.create'],
}
const context = { today: '2026-03-12', role: 'volunteer' }
const types = (change: Partial<VisitFacts>, more: Partial<Parameters<typeof visitProblems>[1]> = {}) =>
  visitProblems({ ...good, ...change }, { ...context, ...more }).map(({ type }) => type)
const without = (name: keyof VisitFacts) => {
  const { [name]: _, ...rest } = good
  return visitProblems(rest as VisitFacts, context).map(({ type }) => type)
}

describe('what stops a visit from being saved', () => {
  test('[VIS-1] nothing, once arrival, one procedure and outcome are there', () => {
    expect(types({})).toEqual([])
    expect(without('arrival')).toEqual(['arrivalMissing'])
    expect(without('procedures')).toEqual(['procedureMissing'])
    expect(without('outcome')).toEqual(['outcomeMissing'])
    expect(types({ procedures: [] })).toEqual(['procedureMissing'])
  })

  test('[VIS-1] more than six procedures', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`)
    expect(types({ procedures: many(6) })).toEqual([])
    expect(types({ procedures: many(7) })).toEqual(['tooManyProcedures'])
  })

  test('[VIS-3] a person turned away needs no procedure, and is not counted as a visit', () => {
    expect(types({ outcome: 'turnedAway', procedures: [] })).toEqual([])
    expect(isCounted({ outcome: 'turnedAway' })).toBe(false)
    expect(isCounted({ outcome: 'blocked' })).toBe(true)
  })

  test('[VIS-4] sent elsewhere needs to say where: a kind of structure or one structure', () => {
    expect(types({ outcome: 'referred' })).toEqual(['destinationMissing'])
    expect(types({ outcome: 'referred', 'referredTo.structure': 'cpam' })).toEqual([])
    expect(types({ outcome: 'referred', 'referredTo.organisationId': id })).toEqual([])
  })

  test('[VIS-5] in the person’s place: a mediator or coordinator, with a mandate', () => {
    const acting = { posture: 'inTheirPlace', 'mandate.ref': 'M-1' }
    expect(types(acting)).toEqual(['mandateRole'])
    expect(types(acting, { role: 'networkAdmin' })).toEqual(['mandateRole'])
    for (const role of ['mediator', 'coordinator']) {
      expect(types(acting, { role })).toEqual([])
      expect(types({ posture: 'inTheirPlace' }, { role })).toEqual(['mandateMissing'])
    }
  })

  test('[SEC-76] a day of the future, or before the place opened', () => {
    expect(types({ day: '2026-03-13' })).toEqual(['dayInFuture'])
    expect(types({ day: '2026-01-01' }, { opensOn: '2026-01-01' })).toEqual([])
    expect(types({ day: '2025-12-31' }, { opensOn: '2026-01-01' })).toEqual(['beforeOpening'])
  })

  test('minutes out of 0 to 480', () => {
    for (const minutes of [0, 480]) expect(types({ minutes })).toEqual([])
    for (const minutes of [-1, 481, 1.5]) expect(types({ minutes })).toEqual(['minutesOutOfRange'])
  })

  test('several at once come in the order of the form, each with its field', () => {
    const problems = visitProblems({ day: '2026-03-13', minutes: 999 }, context)
    expect(problems).toEqual([
      { type: 'arrivalMissing', field: 'arrival' },
      { type: 'procedureMissing', field: 'procedures' },
      { type: 'outcomeMissing', field: 'outcome' },
      { type: 'minutesOutOfRange', field: 'minutes' },
      { type: 'dayInFuture', field: 'day' },
    ])
  })
})
