import { createContext, type ReactNode, use, useRef } from 'react'
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

const EnrolmentContext = createContext<Enrolment | 'loading'>('loading')

/**
 * Asked once for the whole page: two screens that each waited for their own answer could send a person back and forth.
 * @param atStart what was read before the first draw, so that the first frame is already the right screen
 */
export function EnrolmentProvider({
  atStart,
  children,
}: {
  readonly atStart: Enrolment | undefined
  readonly children: ReactNode
}) {
  const live = useLive(enrolmentOf, [])
  // The question is asked again when the database opens again: meanwhile the last answer holds.
  const last = useRef(atStart)
  if (live.state === 'ready') last.current = live.value
  return <EnrolmentContext value={last.current ?? 'loading'}>{children}</EnrolmentContext>
}

export function useEnrolment(): Enrolment | 'loading' {
  return use(EnrolmentContext)
}
