import { memo } from 'react'
import { type Day, type HalfDay, halfDays } from '#domain/day.ts'
import { useLive } from '#storage/react.tsx'
import { usePresence } from '#sync/presence.tsx'
import { later } from '#ui/later.tsx'
import { HalfDayList } from './HalfDayList.tsx'
import { journalOfDay, type ListedVisit } from './journalQueries.ts'
import { TurnedAwayCounter } from './TurnedAwayCounter.tsx'
import { usePrinting } from './usePrinting.ts'

const DayPrint = later(async () => (await import('./DayPrint.tsx')).DayPrint)

interface HalfDayColumnProps {
  readonly day: Day
  readonly halfDay: HalfDay
  readonly placeName: string
  readonly onDuplicate: (visit: ListedVisit) => void
}

/** What the day already holds. Drawn again when that changes, not at each press in the form beside it. */
export const HalfDayColumn = memo(function HalfDayColumn({
  day,
  halfDay,
  placeName,
  onDuplicate,
}: HalfDayColumnProps) {
  const { placeId, deviceId } = usePresence()
  const isPrinting = usePrinting()
  const live = useLive((db) => journalOfDay(db, placeId, day), [placeId, day])
  if (live.state === 'loading') return null
  const { visits, turnedAway, countedBy } = live.value
  return (
    <>
      <TurnedAwayCounter
        day={day}
        halfDay={halfDay}
        count={turnedAway(halfDay)}
        mine={countedBy(deviceId, halfDay)}
      />
      <HalfDayList day={day} halfDay={halfDay} visits={visits} onDuplicate={onDuplicate} />
      {isPrinting && (
        <DayPrint
          day={day}
          place={placeName}
          visits={visits}
          turnedAway={halfDays.reduce((sum, half) => sum + turnedAway(half), 0)}
        />
      )}
    </>
  )
})
