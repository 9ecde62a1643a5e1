import { createContext, use } from 'react'
import type { Id } from '#domain/ids.ts'
import type { Role } from '#domain/rights.ts'

/** Who holds the permanence on this open device, and where: what a saved record is filled from (GEN-10). */
export interface Presence {
  readonly deviceId: Id
  readonly siteId: Id
  readonly placeId: Id
  readonly memberId: Id
  /** Display name of the member, class P3. */
  readonly name: string
  readonly role: Role
}

const PresenceContext = createContext<Presence | null>(null)

/** Wraps the screens of the team: they exist only while somebody is present. */
export const PresenceProvider = PresenceContext.Provider

/** Who is present. Outside the team space there is nobody: a screen that asks there is a bug. */
export function usePresence(): Presence {
  const presence = use(PresenceContext)
  if (presence === null) throw new Error('a team screen outside the team space')
  return presence
}
