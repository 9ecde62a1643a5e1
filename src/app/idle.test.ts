import { expect, test } from 'vitest'
import { elapsed, idleness } from './idle.ts'

const minutes = (count: number) => count * 60_000
const start = { monotonic: 5_000, wall: 1_000_000 }
const after = (monotonic: number, wall: number) => ({
  monotonic: start.monotonic + monotonic,
  wall: start.wall + wall,
})

test('[SEC-35] an hour of sleep counts although the monotonic clock stopped', () => {
  expect(elapsed(start, after(minutes(1), minutes(61)))).toBe(minutes(61))
  expect(idleness(start, after(minutes(1), minutes(61)), 15)).toBe('over')
})

test('[SEC-35] turning the wall clock back does not keep the space open', () => {
  expect(idleness(start, after(minutes(16), -minutes(600)), 15)).toBe('over')
})

test('[SEC-35] the space closes at the minutes of the site, and says so one minute before', () => {
  expect(idleness(start, after(minutes(13), minutes(13)), 15)).toBe('active')
  expect(idleness(start, after(minutes(14), minutes(14)), 15)).toBe('soon')
  expect(idleness(start, after(minutes(15), minutes(15)), 15)).toBe('over')
  expect(idleness(start, after(minutes(14), minutes(14)), 30)).toBe('active')
})
