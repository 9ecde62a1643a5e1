import { expect, test } from 'vitest'
import { householdOf } from './household.ts'

test('[SEC-75] wrong tries are counted by household: an IPv4 address, or the /64 of IPv6 however it is written', () => {
  expect(householdOf('192.0.2.7')).toBe('192.0.2.7')
  expect(householdOf('2001:db8:5:6:1:2:3:4')).toBe('2001:db8:5:6')
  for (const one of ['2001:db8::1', '2001:db8::2:3', '2001:db8:0:0:9:9:9:9', '2001:db8::'])
    expect(householdOf(one)).toBe('2001:db8:0:0')
  expect(householdOf('::1')).toBe('0:0:0:0')
  expect(householdOf('::ffff:192.0.2.7')).toBe('::ffff:192.0.2.7')
})
