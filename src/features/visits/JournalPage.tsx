import { useState } from 'react'
import { useParams } from 'react-router'
import type { Day } from '#domain/day.ts'
import { useToday } from '#sync/react.tsx'
import { JournalDay } from './JournalDay.tsx'
import { dayOfAddress } from './journalDay.ts'
import { useJournalSettings } from './useJournalSettings.ts'

/** E-1, `/journal` and `/journal/:jour`. */
export function JournalPage() {
  const { jour } = useParams()
  const today = useToday()
  const settings = useJournalSettings()
  const [isDirty, setDirty] = useState(false)
  const asked = dayOfAddress(jour, today.day)
  const held = useHeld(asked.day, jour === undefined && isDirty)
  if (settings === undefined) return null
  return <JournalDay key={held} address={asked} day={held} settings={settings} onDirty={setDirty} />
}

/** Midnight does not take a visit away from under the fingers: the day turns once it is saved. */
function useHeld(day: Day, isHeld: boolean): Day {
  const [held, setHeld] = useState(day)
  if (!isHeld && held !== day) setHeld(day)
  return isHeld ? held : day
}
