import { expect, test } from 'vitest'
import { asked } from './asks.ts'

test('[GEN-13] every profile question is asked until the network switches it off', () => {
  const asks = asked({ 'asks.gender': false, 'asks.status': true })
  expect(asks('gender')).toBe(false)
  expect(asks('status')).toBe(true)
  expect(asks('ageBand')).toBe(true)
  expect(asked(undefined)('situations')).toBe(true)
})
