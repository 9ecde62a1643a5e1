import { expect, test } from 'vitest'
import { readMinutes, readWhole } from './readNumber.ts'

test.each([
  ['75', 75],
  ['75 min', 75],
  ['75 minutes', 75],
  ['1h15', 75],
  ['1 h 15', 75],
  ['1\u00a0h\u00a005', 65],
  ['1 H 15 min', 75],
  ['2 h', 120],
  ['0', 0],
])('[WORD-3] « %s » is understood as %i minutes', (text, minutes) => {
  expect(readMinutes(text)).toBe(minutes)
})

test.each(['45,5', '1e3', '-1', '15-20', '2x30', '1h75', '1:15', 'abc', '1h15h', '٤٥'])(
  '[WORD-3] « %s » is no number of minutes, and never another number',
  (text) => {
    expect(readMinutes(text)).toBeUndefined()
  },
)

test('[WORD-3] a whole number is figures and nothing else', () => {
  expect(readWhole('42')).toBe(42)
  for (const text of ['4.2', '-4', '4e1', '4 2', 'x', '']) expect(readWhole(text), text).toBeUndefined()
})
