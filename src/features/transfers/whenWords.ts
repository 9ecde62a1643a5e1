import type { TFunction } from 'i18next'
import { addDays, type Day } from '#domain/day.ts'
import type { Format } from '#i18n/format.ts'

const paris = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** The civil day and the time of day in Paris: `2026-11-24`, `08:50`. @param instant in milliseconds */
function civil(instant: number): readonly [Day, string] {
  const [day = '', time = ''] = paris.format(instant).split(' ')
  return [day, time]
}

/** The words of the line of the navigation: those that are there from the start. */
export type LineT = TFunction<['app', 'common']>
export type FullT = TFunction<'transfers'>

/** « 8 h 50 » today, « hier », « 22/11/2026 »: short, for the line of the navigation. */
export function shortWhen(instant: number, today: Day, format: Format, t: LineT): string {
  const [day, time] = civil(instant)
  if (day >= today) return format.clock(time)
  return day === addDays(today, -1) ? t('common:unit.yesterday') : format.shortDay(day)
}

/** « aujourd'hui à 8 h 50 », « hier à 17 h », « le 22/11/2026 à 9 h ». */
export function fullWhen(instant: number, today: Day, format: Format, t: FullT): string {
  const [day, time] = civil(instant)
  const clock = format.clock(time)
  if (day >= today) return t('when.today', { clock })
  if (day === addDays(today, -1)) return t('when.yesterday', { clock })
  return t('when.day', { day: format.shortDay(day), clock })
}
