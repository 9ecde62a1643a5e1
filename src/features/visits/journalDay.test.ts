import { expect, test } from 'vitest'
import { dayOfAddress, halfDayOfAddress, journalAddress } from './journalDay.ts'

const today = '2026-11-24'

test('[NAV-1] an address without a day is today, an address with a day is that day', () => {
  expect(dayOfAddress(undefined, today)).toEqual({ day: today })
  expect(dayOfAddress('2026-02-28', today)).toEqual({ day: '2026-02-28' })
})

test.each(['hier', '2026-2-3', '2026-02-30', '', '24/11/2026', '2026-11-24T10:00'])(
  '[NAV-1] « %s » is no day: today, and a sentence',
  (segment) => {
    expect(dayOfAddress(segment, today)).toEqual({ day: today, notice: 'unreadable' })
  },
)

test('[SEC-76] a day that has not come is refused in words', () => {
  expect(dayOfAddress('2026-11-25', today)).toEqual({ day: today, notice: 'future', refused: '2026-11-25' })
})

test('[NAV-1] the half-day of an address survives a reload, anything else is ignored', () => {
  const [, search] = journalAddress(today, 'pm').split('?')
  expect(halfDayOfAddress(new URLSearchParams(search))).toBe('pm')
  expect(halfDayOfAddress(new URLSearchParams('quand=minuit'))).toBeUndefined()
})
