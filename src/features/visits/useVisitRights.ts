import { dayNumber } from '#domain/day.ts'
import { dayOfId, type Id } from '#domain/ids.ts'
import { type Deed, mayWrite } from '#domain/rights.ts'
import { usePresence } from '#sync/presence.tsx'
import { useToday } from '#sync/react.tsx'

/**
 * What the server will surely refuse is not offered (SEC-71): a change that disappears a moment later, without a
 * word, is worse than a button that is not there.
 * @param visit `by` is absent when nobody knows who made it: the benefit of the doubt goes to the person
 */
export function useVisitRights(visit: { readonly id: Id; readonly by?: Id }): (deed: Deed) => boolean {
  const { role, memberId } = usePresence()
  const today = useToday()
  const ageDays = dayNumber(today.day) - dayNumber(dayOfId(visit.id))
  const own = visit.by === undefined || visit.by === memberId
  return (deed) => mayWrite({ roles: [role], kind: 'visit', deed, own, ageDays, fields: [] })
}
