import type { Day } from '#domain/day.ts'

/** Milliseconds since 1970-01-01T00:00Z. Passed in, so that tests decide what time it is. */
export type Clock = () => number

const paris = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The civil day in Europe/Paris, whatever the zone of the machine. */
export function dayAt(milliseconds: number): Day {
  return paris.format(milliseconds)
}

/** The `time` member of answers, from which devices learn their offset (SEC-83). */
export function instantAt(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
