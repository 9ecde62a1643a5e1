import { expect, test } from 'vitest'
import { pinProblem } from './pin.ts'

test.each(['', '12345', '1234567', '12345a', '１２３４５６', ' 482913'])(
  '[SEC-31] « %s » is not six digits',
  (pin) => {
    expect(pinProblem(pin)).toBe('pinShape')
  },
)

test.each([
  ['one digit', '000000'],
  ['two digits', '121211'],
  ['a pair again', '474747'],
  ['a half again', '483483'],
  ['doubles', '338855'],
  ['steps up', '123456'],
  ['steps up past nine', '789012'],
  ['steps down', '987654'],
  ['steps of two', '135791'],
  ['a day, JJMMAA', '140789'],
  ['a day, AAMMJJ', '890714'],
])('[SEC-31] %s, %s, is among the codes that everybody tries first', (_, pin) => {
  expect(pinProblem(pin)).toBe('pinTrivial')
})

test.each(['482913', '907215', '663104'])('[SEC-31] %s can be taken', (pin) => {
  expect(pinProblem(pin)).toBeUndefined()
})
