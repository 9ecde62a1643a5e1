import { createContext, use } from 'react'
import type { AppDb } from '#storage/db.ts'
import { useLive } from '#storage/react.tsx'
import { site, thisDevice } from '#storage/settings.ts'

/** `unfinished`: the server knows this device as the first of its network, but its settings were not saved. */
export type Enrolment = 'none' | 'unfinished' | 'enrolled'

export async function enrolmentOf(db: AppDb): Promise<Enrolment> {
  const device = await thisDevice(db)
  if (device === null) return 'none'
  if (device.founderId === null) return 'enrolled'
  return (await site(db)) === null ? 'unfinished' : 'enrolled'
}

const AtStart = createContext<Enrolment | undefined>(undefined)

/** What was read before the first draw, so that the first frame is already the right screen. */
export const EnrolmentAtStart = AtStart.Provider

export function useEnrolment(): Enrolment | 'loading' {
  const atStart = use(AtStart)
  const live = useLive(enrolmentOf, [])
  return live.state === 'ready' ? live.value : (atStart ?? 'loading')
}
