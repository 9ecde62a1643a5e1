import { expect, test } from 'vitest'
import { putBackFacts } from './putBack.ts'

const before = { minutes: 10, ageBand: '26-39', halfDay: 'am', rank: 1, procedures: ['print'] } as const

test('[STATE-4] undoing an edit puts back what it changed', () => {
  const { ageBand: _, ...rest } = before
  const after = { ...rest, minutes: 45, posture: 'together', procedures: ['caf.create', 'print'] } as const
  expect(putBackFacts({ before, after }, after)).toEqual(before)
})

test('[STATE-4] undoing an edit leaves alone what was changed again since', () => {
  const after = { ...before, minutes: 45, ageBand: '70plus' } as const
  expect(putBackFacts({ before, after }, { ...after, minutes: 90 })).toEqual({ ...before, minutes: 90 })
  const now = { ...after, minutes: 90, ageBand: '40-59' } as const
  expect(putBackFacts({ before, after }, now)).toEqual(now)
})

test('[STATE-4] undoing a move leaves a visit that was moved again where it is, number included', () => {
  const after = { ...before, halfDay: 'pm', rank: 2 } as const
  const now = { ...after, halfDay: 'eve' } as const
  expect(putBackFacts({ before, after }, now)).toEqual(now)
})
