import { addDays, type Day } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import { isMemberOn, type MemberFacts } from '#domain/kinds/member.ts'
import type { PlaceFacts } from '#domain/kinds/place.ts'
import type { Role } from '#domain/rights.ts'
import type { Shown } from '#storage/shown.ts'

export interface Candidate {
  readonly id: Id
  readonly name: string
  readonly role: Role
  /** Told when it is near: a contract ends. */
  readonly endsOn?: Day | undefined
}

/** Who can be named on a day: a name, a role, and a contract that covers the day (SEC-88). */
export function candidates(members: readonly Shown<MemberFacts>[], today: Day): readonly Candidate[] {
  return members.flatMap(({ id, facts }) => {
    const { name, role, endsOn } = facts
    if (name === undefined || !isRole(role) || !isMemberOn(facts, today)) return []
    return [{ id, name, role, endsOn }]
  })
}

function isRole(role: string | undefined): role is Role {
  return role === 'volunteer' || role === 'mediator' || role === 'coordinator' || role === 'networkAdmin'
}

/** Days before a last day from which it is told (SEC-88). */
const noticeDays = 14

export function endsSoon(endsOn: Day | undefined, today: Day): endsOn is Day {
  return endsOn !== undefined && endsOn <= addDays(today, noticeDays)
}

export interface PlaceOption {
  readonly id: Id
  readonly name: string
}

/** Places that are open on a day (PLC-1). */
export function openPlaces(places: readonly Shown<PlaceFacts>[], today: Day): readonly PlaceOption[] {
  return places.flatMap(({ id, facts }) => {
    const { name, opensOn, closesOn } = facts
    const isOpen = (opensOn ?? today) <= today && today <= (closesOn ?? today)
    return name !== undefined && isOpen ? [{ id, name }] : []
  })
}

/** The place nobody has to choose: the only one, or the usual one of the device. */
export function usualPlace(places: readonly PlaceOption[], devicePlace: Id | null): Id | null {
  if (places.length === 1) return places[0]?.id ?? null
  return places.some(({ id }) => id === devicePlace) ? devicePlace : null
}
