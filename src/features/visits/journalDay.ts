import { type Day, type HalfDay, halfDays, isDay } from '#domain/day.ts'

export interface AddressedDay {
  readonly day: Day
  /** Why the day shown is today's and not what the address said; the code is also the key of its words. */
  readonly notice?: 'unreadable' | 'future'
  /** The day that has not come yet, when that is the reason. */
  readonly refused?: Day
}

/** The day an address means: today's without one, and instead of one that cannot be shown. */
export function dayOfAddress(segment: string | undefined, today: Day): AddressedDay {
  if (segment === undefined) return { day: today }
  if (!isDay(segment)) return { day: today, notice: 'unreadable' }
  return segment > today ? { day: today, notice: 'future', refused: segment } : { day: segment }
}

/** The parameter of the address that names a half-day. */
export const halfDayParameter = 'quand'

export function halfDayOfAddress(search: URLSearchParams): HalfDay | undefined {
  const asked = search.get(halfDayParameter)
  return halfDays.find((halfDay) => halfDay === asked)
}

/** Where a half-day is shown. The day of today has an address too, so that it can be kept. */
export function journalAddress(day: Day, halfDay: HalfDay): string {
  return `/journal/${day}?${halfDayParameter}=${halfDay}`
}

export function visitAddress(day: Day, visit: string): string {
  return `/journal/${day}/visite/${visit}`
}

/** The parameter of the address of a visit that names the held change to put right; E-16 writes it too. */
export const correctedParameter = 'corriger'

export function correctionAddress(day: Day, visit: string, held: string): string {
  return `${visitAddress(day, visit)}?${correctedParameter}=${held}`
}
