import { dayNumber } from '#domain/day.ts'
import { dayOfId, type Id } from '#domain/ids.ts'
import { type Deed, mayWrite } from '#domain/rights.ts'
import { usePresence } from '#sync/presence.tsx'
import { useToday } from '#sync/react.tsx'

interface MadeVisit {
  readonly id: Id
  /** Absent when nobody knows who made it: the benefit of the doubt goes to the person. */
  readonly by?: Id | undefined
}

/**
 * What the server will surely refuse is not offered (SEC-71): a change that disappears a moment later, without a
 * word, is worse than a button that is not there.
 */
export function useVisitRights(): (deed: Deed, visit: MadeVisit) => boolean {
  const { role, memberId } = usePresence()
  const today = useToday()
  return (deed, { id, by }) => {
    const ageDays = dayNumber(today.day) - dayNumber(dayOfId(id))
    const own = by === undefined || by === memberId
    return mayWrite({ roles: [role], kind: 'visit', deed, own, ageDays, fields: [] })
  }
}
