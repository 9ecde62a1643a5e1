import type { Day, HalfDay } from '#domain/day.ts'
import { usePresence } from '#sync/presence.tsx'
import type { JournalSettings } from './journalQueries.ts'
import { slotOn } from './permanence.ts'
import { useVisitWords } from './useVisitWords.ts'

/** Under the heading: the place, the hours of the half-day when the timetable has them, who holds the permanence. */
export function useLead({ place, slots, hostFunction }: JournalSettings, day: Day, halfDay: HalfDay): string {
  const { t, label, format } = useVisitWords()
  const { name } = usePresence()
  const host =
    hostFunction === undefined
      ? name
      : t('page.host', { name, function: label('hostFunctions', hostFunction) })
  const [from, to] = slotOn(slots, day, halfDay)?.facts.hours?.split('-') ?? []
  const shared = { place: place.name ?? '', host }
  return from === undefined || to === undefined
    ? t('page.lead', shared)
    : t('page.leadWithHours', { ...shared, from: format.clock(from), to: format.clock(to) })
}
