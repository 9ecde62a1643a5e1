import { expect, test } from 'vitest'
import { retryAfter, retryDelay } from './retry.ts'
import { seeded } from './testWorld.ts'

const lowest = (length: number) => new Uint8Array(length)
const highest = (length: number) => new Uint8Array(length).fill(255)

test.each([
  [1, 2_000],
  [2, 4_000],
  [8, 256_000],
  [9, 300_000],
  [5000, 300_000],
])('[SYN-20] after %i failures the wait is drawn between 0 and %i milliseconds', (failures, ceiling) => {
  expect(retryDelay(failures, lowest)).toBe(0)
  expect(retryDelay(failures, highest)).toBe(ceiling)
})

test('[SYN-20] devices that failed together do not come back together', () => {
  const random = seeded()
  const waits = Array.from({ length: 100 }, () => retryDelay(9, random))
  expect(new Set(waits).size).toBeGreaterThan(90)
  const halves = waits.filter((wait) => wait < 150_000).length
  expect(halves).toBeGreaterThan(25)
  expect(halves).toBeLessThan(75)
})

test.each([
  ['30', 30],
  [' 5 ', 5],
  ['999999', 3600],
  ['-1', null],
  ['soon', null],
  ['Thu, 12 Mar 2026 08:00:00 GMT', null],
  [null, null],
])('[SYN-20] Retry-After %j means %j seconds', (header, seconds) => {
  expect(retryAfter(header)).toBe(seconds)
})
