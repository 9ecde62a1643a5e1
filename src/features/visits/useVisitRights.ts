import { dayNumber } from '#domain/day.ts'
import { dayOfId } from '#domain/ids.ts'
import { type Deed, mayWrite } from '#domain/rights.ts'
import { usePresence } from '#sync/presence.tsx'
import { useToday } from '#sync/react.tsx'

/**
 * What the server will surely refuse is not offered (SEC-71). A device does not know who made a visit, only when:
 * the benefit of the doubt goes to the person, and the server decides.
 */
export function useVisitRights(id: string): (deed: Deed) => boolean {
  const { role } = usePresence()
  const today = useToday()
  const ageDays = dayNumber(today.day) - dayNumber(dayOfId(id))
  return (deed) => mayWrite({ roles: [role], kind: 'visit', deed, own: true, ageDays, fields: [] })
}
