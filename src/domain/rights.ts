export type Role = 'volunteer' | 'mediator' | 'coordinator' | 'networkAdmin'

/** What an operation does to a record, as rights see it. */
export type Deed = 'create' | 'update' | 'delete' | 'restore' | 'discard'

export interface Writing {
  /** The roles of the declared author; the first coordinator of a network also administers it (SEC-61). */
  readonly roles: readonly Role[]
  readonly kind: string
  readonly deed: Deed
  /** True when the author made the record, and how many days ago. */
  readonly own: boolean
  readonly ageDays: number
  /** Names of the fields changed: a volunteer may only count and open the permanence of the day on an Event. */
  readonly fields: readonly string[]
}

/** Days during which a person may change what they made themselves (3-domain § 3.3, « o »). */
export const ownDays = 7

type Letter = 'c' | 'u' | 'd' | 'o'

/*
 * Writing half of the table of 3-domain § 3.3; reading is by site (SEC-71). One difference: « o » is also given
 * to mediators on visits, otherwise a volunteer could undo a mistake of their own and a mediator could not.
 */
const table: Readonly<Record<string, Readonly<Partial<Record<Role, readonly Letter[]>>>>> = {
  network: { networkAdmin: ['c', 'u'] },
  site: { coordinator: ['u'], networkAdmin: ['c'] },
  place: { coordinator: ['c', 'u', 'd'], networkAdmin: ['c'] },
  slot: { coordinator: ['c', 'u', 'd'], networkAdmin: ['c'] },
  member: { coordinator: ['c', 'u', 'd'], networkAdmin: ['c', 'u'] },
  device: { coordinator: ['c', 'u', 'd'] },
  organisation: { mediator: ['c', 'u'], coordinator: ['c', 'u', 'd'], networkAdmin: ['c', 'u', 'd'] },
  event: { mediator: ['c', 'u'], coordinator: ['c', 'u', 'd'] },
  visit: { volunteer: ['c', 'o'], mediator: ['c', 'u', 'o'], coordinator: ['c', 'u', 'd'] },
}

const volunteerEventFields = new Set([
  'type',
  'state',
  'day',
  'halfDay',
  'placeId',
  'slotId',
  'hostOrganisationId',
  'programmeId',
])

/** May this author do this? Deny by default; the server decides with it, screens mirror it (SEC-71). */
export function mayWrite(writing: Writing): boolean {
  return writing.roles.some((role) => {
    if (role === 'volunteer' && writing.kind === 'event') return opensOrCounts(writing)
    const letters = table[writing.kind]?.[role] ?? []
    const ownLetter = letters.includes('o') && writing.own && writing.ageDays <= ownDays
    switch (writing.deed) {
      case 'create':
        return letters.includes('c')
      case 'update':
        return letters.includes('u') || ownLetter
      case 'delete':
      case 'restore':
        return letters.includes('d') || ownLetter
      case 'discard':
        return writing.kind === 'held' && (writing.own || role === 'coordinator')
      default:
        return writing.deed satisfies never
    }
  })
}

/**
 * Must this carry its author's signature? An act over the work of another rests on a role that anybody could declare
 * (SEC-68). Nobody has keys yet: such an act waits, held.
 */
export function needsSignature({ deed, own }: Pick<Writing, 'deed' | 'own'>): boolean {
  return deed === 'discard' && !own
}

/** To act in the place of a person: never a volunteer (5-security § 5.12, VIS-5). */
export function mayActInPlace(roles: readonly string[]): boolean {
  return roles.includes('mediator') || roles.includes('coordinator')
}

/** « r, tally, mark held »: open the permanence of the day, and count. */
function opensOrCounts(writing: Writing): boolean {
  return (
    (writing.deed === 'create' || writing.deed === 'update') &&
    writing.fields.every((field) => field.startsWith('tallies.') || volunteerEventFields.has(field))
  )
}
