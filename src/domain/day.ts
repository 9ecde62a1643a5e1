import * as v from 'valibot'

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** A civil day in Europe/Paris, `YYYY-MM-DD`, that exists in the calendar (years 1970 to 2199). */
export const Day = v.pipe(v.string(), v.check(isDay, 'day'))
export type Day = v.InferOutput<typeof Day>

export const HalfDay = v.picklist(['am', 'pm', 'eve'])
/** am = morning, pm = afternoon, eve = evening. */
export type HalfDay = v.InferOutput<typeof HalfDay>
export const halfDays: readonly HalfDay[] = HalfDay.options

export function isDay(text: string): boolean {
  const parts = pattern.exec(text)
  if (parts === null) return false
  const year = Number(parts[1])
  return year >= 1970 && year <= 2199 && dayOfNumber(dayNumber(text)) === text
}

/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar, without any time zone.
 * Source: Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
 */
export function dayNumber(day: Day): number {
  const month = Number(day.slice(5, 7))
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8, 10)) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The inverse of `dayNumber`. */
export function dayOfNumber(days: number): Day {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9)
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days)
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

/** The half-day that an hour of the day (0–23) belongs to: morning until 13 h, evening from 18 h. */
export function halfDayOfHour(hour: number): HalfDay {
  if (hour < 13) return 'am'
  return hour < 18 ? 'pm' : 'eve'
}
