import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** Gregorian days and Latin figures in every language (LANG-5): they are copied to French forms. */
const calendar = '-u-ca-gregory-nu-latn'

export interface Format {
  /** « mardi 24 novembre », with its year when it is not that of `today` @param day civil day, YYYY-MM-DD */
  readonly day: (day: string, today?: string) => string
  /** « mardi 24 novembre 2026 » */
  readonly dayAndYear: (day: string) => string
  /** « 24/11/2026 » */
  readonly shortDay: (day: string) => string
  /** « mardi » @param weekday 1 is Monday, 7 is Sunday (ISO 8601) */
  readonly weekday: (weekday: number) => string
  /** « 35 min », « 3 h », « 3 h 05 » @param minutes whole, 0 or more */
  readonly duration: (minutes: number) => string
  /** « 9 h », « 8 h 50 » @param time HH:MM, local */
  readonly clock: (time: string) => string
  /** « 4 812 » */
  readonly number: (value: number) => string
  /** « 78 % » @param share from 0 to 1 */
  readonly percent: (share: number) => string
  /** « 12,4 Mo » @param bytes whole, 0 or more */
  readonly bytes: (bytes: number) => string
  /** « Banlay, Courlis et Montôts » */
  readonly list: (items: readonly string[]) => string
}

/** The formats of the language this part of the page is shown in. */
export function useFormat(): Format {
  const { t, i18n } = useTranslation('common')
  return useMemo(() => formatIn(i18n.language, t), [i18n.language, t])
}

export function formatIn(language: string, t: TFunction<'common'>): Format {
  const locale = `${supported(language)}${calendar}`
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return (day: string) => {
      const text = formatter.format(new Date(`${day}T00:00:00Z`))
      return locale.startsWith('fr') ? text.replace(/\b1(?=\s)/, '1er') : text
    }
  }
  const numbers = (options: Intl.NumberFormatOptions) => {
    const formatter = new Intl.NumberFormat(locale, options)
    return (value: number) => formatter.format(value)
  }
  const inYear = dates({ weekday: 'long', day: 'numeric', month: 'long' })
  const dayAndYear = dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const weekday = dates({ weekday: 'long' })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    day: (day, today = day) => (day.slice(0, 4) === today.slice(0, 4) ? inYear : dayAndYear)(day),
    dayAndYear,
    shortDay: dates({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    weekday: (number) => weekday(`2024-01-0${number}`), // 1 January 2024 was a Monday
    duration: (minutes) => duration(minutes, t),
    clock: (time) => clock(time, t),
    number: numbers({}),
    percent: numbers({ style: 'percent', maximumFractionDigits: 0 }),
    bytes: (bytes) => size(bytes, locale),
    list: (items) => lists.format(items),
  }
}

/** A browser that does not know a language writes its dates as the French page does. */
function supported(language: string): string {
  return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0 ? language : 'fr'
}

function duration(minutes: number, t: TFunction<'common'>): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return t('unit.minutes', { value: rest })
  if (rest === 0) return t('unit.hours', { hours })
  return t('unit.hoursMinutes', { hours, minutes: twoDigits(rest) })
}

function clock(time: string, t: TFunction<'common'>): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return minutes === 0
    ? t('unit.clockHour', { hours })
    : t('unit.clock', { hours, minutes: twoDigits(minutes) })
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

function size(bytes: number, locale: string): string {
  const unit = bytes < 1e6 ? 'kilobyte' : bytes < 1e9 ? 'megabyte' : 'gigabyte'
  const value = bytes / { kilobyte: 1e3, megabyte: 1e6, gigabyte: 1e9 }[unit]
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value)
}
