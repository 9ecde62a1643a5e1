import { describe, expect, test } from 'vitest'
import type { TimeMark } from '#storage/meta.ts'
import { civil, trustedClock } from './clock.ts'
import { testNow } from './testWorld.ts'

const hour = 3_600_000
const day = 24 * hour

function aDevice(stored: TimeMark | null = null, wall = testNow) {
  const time = { wall, monotonic: 0 }
  const clock = trustedClock({ wall: () => time.wall, monotonic: () => time.monotonic }, stored, () => 45)
  const pass = (milliseconds: number) => {
    time.wall += milliseconds
    time.monotonic += milliseconds
    clock.tick()
  }
  return { time, clock, pass }
}

const today = (device: ReturnType<typeof aDevice>) => device.clock.today.current()

describe('trusted time', () => {
  test('[SEC-83] is the last server time and what has passed since, whatever the device clock says', () => {
    const device = aDevice(null, testNow - 400 * day)
    device.clock.learn(testNow)
    device.pass(2 * hour)
    expect(device.clock.now()).toBe(testNow + 2 * hour)
    expect(today(device)).toEqual({
      day: '2026-03-12',
      halfDay: 'am',
      verified: true,
      accessDay: '2026-03-12',
      minutesOff: -400 * 24 * 60,
    })
  })

  test('[SEC-83] after a restart without network is the device clock with the last known offset', () => {
    const before = aDevice(null, testNow - 3 * hour)
    before.clock.learn(testNow)
    const after = aDevice(before.clock.mark(), testNow - 3 * hour + day)
    expect(after.clock.now()).toBe(testNow + day)
    expect(today(after)).toMatchObject({ day: '2026-03-13', verified: true, minutesOff: null })
  })

  test('[SEC-83] a clock set back while the page is open changes nothing', () => {
    const device = aDevice()
    device.clock.learn(testNow)
    device.time.wall -= 20 * day
    device.pass(hour)
    expect(device.clock.now()).toBe(testNow + hour)
    expect(today(device).verified).toBe(true)
  })

  test('[SEC-35] a night asleep, when the monotonic clock stops, is a night', () => {
    const device = aDevice()
    device.clock.learn(testNow)
    device.time.wall += 14 * hour
    device.clock.tick()
    expect(today(device)).toMatchObject({ day: '2026-03-12', halfDay: 'eve', verified: true })
    device.time.wall += 12 * hour
    device.clock.tick()
    expect(today(device)).toMatchObject({ day: '2026-03-13', halfDay: 'am' })
  })

  test('[SEC-84] a device that never heard a server is not believed', () => {
    expect(today(aDevice()).verified).toBe(false)
  })

  test('[SEC-84] a clock that fell below what was seen is not believed: a kiosk that starts in 1970 proposes the last day it was sure of', () => {
    const before = aDevice()
    before.clock.learn(testNow)
    const after = aDevice(before.clock.mark(), 0)
    expect(today(after)).toMatchObject({ day: '2026-03-12', accessDay: '2026-03-12', verified: false })
    after.clock.learn(testNow + day)
    expect(today(after)).toMatchObject({ day: '2026-03-13', verified: true })
  })

  test('[SEC-84] nor one that is further from the last contact than the site allows', () => {
    const before = aDevice()
    before.clock.learn(testNow)
    const late = aDevice(before.clock.mark(), testNow + 44 * day)
    expect(today(late).verified).toBe(true)
    late.pass(2 * day)
    expect(today(late).verified).toBe(false)
    expect(today(aDevice(before.clock.mark(), testNow + 3650 * day)).verified).toBe(false)
  })

  test('[SEC-85] a clock set ten years ahead shuts nobody out: access goes by the last day that was sure', () => {
    const before = aDevice()
    before.clock.learn(testNow)
    const ahead = aDevice(before.clock.mark(), testNow + 3650 * day)
    expect(today(ahead)).toMatchObject({ accessDay: '2026-03-12', verified: false })
  })

  test('[SEC-84] a server whose own time jumps by more than a day is not followed', () => {
    const device = aDevice()
    device.clock.learn(testNow)
    device.clock.learn(testNow + 3 * day)
    expect(today(device)).toMatchObject({ day: '2026-03-12', verified: false })
    expect(device.clock.signingTime()).toBe(testNow + 3 * day)
    expect(device.clock.mark()?.server).toBe(testNow)
    device.clock.learn(testNow + 1000)
    expect(today(device)).toMatchObject({ day: '2026-03-12', verified: true })
  })

  test('[SEC-83] the mark never goes down, and no clock setting raises it', () => {
    const device = aDevice()
    device.clock.learn(testNow)
    device.pass(hour)
    expect(device.clock.mark()?.mark).toBe(testNow + hour)
    device.time.wall += 10 * day
    device.clock.tick()
    expect(device.clock.mark()?.mark).toBe(testNow + hour)
    device.clock.learn(testNow + hour - 60_000)
    expect(device.clock.mark()?.mark).toBe(testNow + hour)
    // The server was set right by a minute: nothing to warn about.
    expect(today(device).verified).toBe(true)
  })

  test('[SEC-84] how far the device clock is off is known after a contact', () => {
    const device = aDevice(null, testNow + 12 * 60_000)
    expect(today(device).minutesOff).toBeNull()
    device.clock.learn(testNow)
    expect(today(device).minutesOff).toBe(12)
  })

  test('[SYN-25] whoever watches is told when the day or half-day changes, and not each minute', () => {
    const device = aDevice()
    device.clock.learn(testNow)
    let told = 0
    device.clock.today.subscribe(() => {
      told += 1
    })
    for (let minute = 0; minute < 60; minute += 1) device.pass(60_000)
    expect(told).toBe(0)
    for (let minute = 0; minute < 4 * 60; minute += 1) device.pass(60_000)
    expect(told).toBe(1)
    expect(today(device).halfDay).toBe('pm')
  })
})

test.each([
  ['2026-03-28T23:30:00Z', '2026-03-29', 'am'],
  ['2026-03-29T22:30:00Z', '2026-03-30', 'am'],
  ['2026-10-24T22:30:00Z', '2026-10-25', 'am'],
  ['2026-06-01T11:00:00Z', '2026-06-01', 'pm'],
  ['2026-01-01T11:59:00Z', '2026-01-01', 'am'],
  ['2026-01-01T17:00:00Z', '2026-01-01', 'eve'],
  ['1970-01-01T00:00:00Z', '1970-01-01', 'am'],
])('[SYN-25] at %s it is %s in Paris, %s', (instant, day, halfDay) => {
  expect(civil(Date.parse(instant))).toEqual({ day, halfDay })
})
