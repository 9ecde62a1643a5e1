import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayNumber, dayOfNumber, halfDayOfHour, isDay, weekday } from './day.ts'

const lastDay = dayNumber('2199-12-31')

test('[SEC-76] a day is one that the calendar has: every day from 1970 to 2199 agrees with the platform’s calendar', () => {
  for (let number = 0; number <= lastDay; number += 1) {
    const date = new Date(number * 86_400_000)
    const text = date.toISOString().slice(0, 10)
    if (dayOfNumber(number) !== text || dayNumber(text) !== number || !isDay(text)) expect.fail(text)
    if (weekday(text) !== (date.getUTCDay() || 7)) expect.fail(`weekday of ${text}`)
  }
})

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-04-31',
  '1969-12-31',
  '2200-01-01',
  '2026-1-1',
  '26-01-01',
  '2026-01-01 ',
  '2026-01-01T00:00',
  '',
])('[SEC-76] %j is no day', (text) => expect(isDay(text)).toBe(false))

test('[SEC-76] 29 February exists when it does', () => {
  expect(isDay('2028-02-29')).toBe(true)
  expect(isDay('2100-02-29')).toBe(false)
  expect(isDay('2000-02-29')).toBe(true)
})

test('days added and taken away lead back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 80_000 }),
      fc.integer({ min: -900, max: 900 }),
      (start, moved) => {
        const day = dayOfNumber(start)
        expect(addDays(addDays(day, moved), -moved)).toBe(day)
        expect(dayNumber(addDays(day, moved)) - start).toBe(moved)
      },
    ),
  )
})

test('a morning ends at 13 h, an evening begins at 18 h', () => {
  expect(Array.from({ length: 24 }, (_, hour) => halfDayOfHour(hour)).join()).toBe(
    [...Array(13).fill('am'), ...Array(5).fill('pm'), ...Array(6).fill('eve')].join(),
  )
})
