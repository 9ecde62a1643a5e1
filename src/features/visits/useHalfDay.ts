import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Day, HalfDay } from '#domain/day.ts'
import { useToday } from '#sync/react.tsx'
import { halfDayOfAddress, halfDayParameter } from './journalDay.ts'

interface ShownHalfDay {
  readonly halfDay: HalfDay
  readonly show: (halfDay: HalfDay) => void
}

/**
 * The half-day on screen: the one the address names, else now. It follows the clock at noon, but not under a visit
 * that is being typed.
 */
export function useHalfDay(day: Day, isHeld: boolean): ShownHalfDay {
  const today = useToday()
  const [search, setSearch] = useSearchParams()
  const now = day === today.day ? today.halfDay : 'am'
  const [held, setHeld] = useState(now)
  if (!isHeld && held !== now) setHeld(now)
  return {
    halfDay: halfDayOfAddress(search) ?? held,
    show: (halfDay) => setSearch(halfDay === now ? {} : { [halfDayParameter]: halfDay }, { replace: true }),
  }
}
