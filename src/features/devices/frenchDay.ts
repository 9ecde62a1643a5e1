import { type Day, isDay } from '#domain/day.ts'

/** `24/11/2026`, as people write it here, whatever the separator; `undefined` when it is no day of the calendar. */
export function readFrenchDay(typed: string): Day | undefined {
  const [, day, month, year] = /^\s*(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})\s*$/.exec(typed) ?? []
  if (day === undefined || month === undefined) return undefined
  const read = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(read) ? read : undefined
}

export function writeFrenchDay(day: Day): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}
