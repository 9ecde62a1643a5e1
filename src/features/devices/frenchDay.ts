import { type Day, isDay } from '#domain/day.ts'

const written = /^\s*(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})\s*$/

/** `24/11/2026`, as people write it here, whatever the separator; `undefined` when it is no day of the calendar. */
export function readFrenchDay(typed: string): Day | undefined {
  const [, day, month, year] = written.exec(typed) ?? []
  if (day === undefined || month === undefined) return undefined
  const read = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(read) ? read : undefined
}

/** Why a text is no day: it is not written as one, its year is out of reach, or it is in no calendar. */
export function frenchDayProblem(typed: string): 'dayShape' | 'dayFar' | 'dayUnreal' | undefined {
  if (readFrenchDay(typed) !== undefined) return undefined
  const year = written.exec(typed)?.[3]
  if (year === undefined) return 'dayShape'
  return isDay(`${year}-01-01`) ? 'dayUnreal' : 'dayFar'
}

export function writeFrenchDay(day: Day): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}
