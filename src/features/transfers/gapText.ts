import type { Format } from '#i18n/format.ts'
import type { FullT } from './whenWords.ts'

const dayMinutes = 24 * 60
const yearDays = 365.25

/** « 3 h 15 », « 12 jours » beyond two days, « 56 ans » beyond two years. @param minutes 0 or more */
export function gapText(minutes: number, format: Format, t: FullT): string {
  const days = Math.round(minutes / dayMinutes)
  if (days > 2 * yearDays) return t('device.years', { count: Math.floor(days / yearDays) })
  return minutes > 2 * dayMinutes ? t('device.days', { count: days }) : format.duration(minutes)
}
