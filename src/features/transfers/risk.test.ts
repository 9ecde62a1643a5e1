import { expect, test } from 'vitest'
import { type Circumstances, risks } from './risk.ts'

const hours = (count: number) => count * 3_600_000
const now = Date.UTC(2026, 10, 24, 9)
const calm: Circumstances = {
  facts: { pending: 0, oldestDay: null, lastExchange: now - hours(1), lastFailure: null },
  persistence: 'granted',
  space: { usedBytes: 10, freeBytes: 90 },
  today: '2026-11-24',
  now,
  minutesOff: 0,
}
const waiting = (oldestDay: string, lastExchange: number | null): Circumstances => ({
  ...calm,
  facts: { pending: 14, oldestDay, lastExchange, lastFailure: null },
})

test('[STATE-3] fourteen records of today that wait without a network are no alarm', () => {
  expect(risks(waiting('2026-11-24', now - hours(30)))).toEqual([])
  expect(risks(waiting('2026-11-24', null))).toEqual([])
})

test('[STATE-3] records of yesterday are late only when nothing was exchanged for a day', () => {
  expect(risks(waiting('2026-11-23', now - hours(16)))).toEqual([])
  expect(risks(waiting('2026-11-23', now - hours(25)))).toEqual(['late'])
  expect(risks(waiting('2026-11-22', now - hours(2)))).toEqual(['late'])
})

test('[STATE-3] storage that may be erased is a risk for records that cannot leave for now', () => {
  const leaving = waiting('2026-11-24', now)
  const stuck: Circumstances = { ...leaving, facts: { ...leaving.facts, lastFailure: 'noAnswer' } }
  expect(risks({ ...calm, persistence: 'refused' })).toEqual([])
  expect(risks({ ...leaving, persistence: 'refused' })).toEqual([])
  expect(risks({ ...stuck, persistence: 'refused' })).toEqual(['storage'])
  expect(risks({ ...stuck, persistence: 'granted' })).toEqual([])
})

test('[STATE-3] space over 80 % and a clock off by more than ten minutes are told', () => {
  expect(risks({ ...calm, space: { usedBytes: 80, freeBytes: 20 } })).toEqual([])
  expect(risks({ ...calm, space: { usedBytes: 81, freeBytes: 19 } })).toEqual(['space'])
  expect(risks({ ...calm, space: null, minutesOff: 10 })).toEqual([])
  expect(risks({ ...calm, minutesOff: -11 })).toEqual(['clock'])
})
