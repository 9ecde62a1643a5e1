import { expect, test } from 'vitest'
import { enterProblems } from './enterProblems.ts'

const two = { members: ['Inès', 'Paul'], places: ['Banlay', 'CCAS'] }
const none = { members: [], places: [] }

test('[STATE-5] everything that is missing is told at once, in the order of the screen', () => {
  expect(enterProblems({ pin: '12', memberId: null, placeId: null }, two)).toEqual(['code', 'who', 'place'])
  expect(enterProblems({ pin: '480271', memberId: '1', placeId: '1' }, two)).toEqual([])
})

test('[SEC-31] a code that is not six digits is no try: it is never counted', () => {
  for (const pin of ['', '48027', '4802711', '48027a', ' 48027']) {
    expect(enterProblems({ pin, memberId: '1', placeId: '1' }, two)).toEqual(['code'])
  }
})

test('[SC-2] a device that does not know its team yet opens with the code alone', () => {
  expect(enterProblems({ pin: '480271', memberId: null, placeId: null }, none)).toEqual([])
})

test('[SEC-31] once the gate is open the code is not asked again', () => {
  expect(enterProblems({ pin: null, memberId: null, placeId: '1' }, two)).toEqual(['who'])
})
