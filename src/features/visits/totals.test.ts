import { expect, test } from 'vitest'
import { nextRank, totalsOf } from './totals.ts'

test('[VIS-3] a person turned away is neither a visit nor minutes', () => {
  expect(
    totalsOf([
      { outcome: 'doneTogether', minutes: 30 },
      { outcome: 'blocked' },
      { outcome: 'turnedAway', minutes: 0 },
      { outcome: 'informed', minutes: 155 },
    ]),
  ).toEqual({ visits: 3, minutes: 185 })
})

test('[GEN-11] no visit, no minutes', () => {
  expect(totalsOf([])).toEqual({ visits: 0, minutes: 0 })
})

test('[VIS-9] the next number follows the highest of the half-day, even after a deletion', () => {
  const visits = [
    { halfDay: 'am', rank: 1 },
    { halfDay: 'am', rank: 4 },
    { halfDay: 'pm', rank: 9 },
    { halfDay: 'am' },
  ] as const
  expect(nextRank(visits, 'am')).toBe(5)
  expect(nextRank(visits, 'eve')).toBe(1)
})
