import { expect, test } from 'vitest'
import { face, minutesOf, readMilliseconds, started, stopped, stopwatchAtZero } from './stopwatch.ts'

test('[GEN-3] the timer counts between a start and a stop, and goes on after a pause', () => {
  const first = stopped(started(stopwatchAtZero, 1_000), 61_000)
  expect(first).toEqual({ milliseconds: 60_000, since: null })

  const again = started(first, 600_000)
  expect(readMilliseconds(again, 660_000)).toBe(120_000)
})

test('[GEN-3] a second start changes nothing', () => {
  expect(started(started(stopwatchAtZero, 1_000), 50_000).since).toBe(1_000)
})

test('[GEN-3] a clock put back never counts backwards', () => {
  expect(readMilliseconds(started(stopwatchAtZero, 50_000), 1_000)).toBe(0)
})

test.each([
  [0, null],
  [4_000, 1],
  [89_000, 1],
  [91_000, 2],
  [12 * 60_000 + 40_000, 13],
  [10 * 3_600_000, 480],
])('[GEN-3] %i ms are written %s minutes', (milliseconds, minutes) => {
  expect(minutesOf(milliseconds)).toBe(minutes)
})

test('the face reads hours, minutes and seconds', () => {
  expect(face(0)).toBe('00:00:00')
  expect(face(760_000)).toBe('00:12:40')
  expect(face(36_610_000)).toBe('10:10:10')
})
