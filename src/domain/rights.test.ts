import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kinds } from './kinds.ts'
import { mayWrite, needsSignature, type Role, type Writing } from './rights.ts'

const writing = (change: Partial<Writing>): Writing => ({
  roles: ['volunteer'],
  kind: 'visit',
  deed: 'create',
  own: false,
  ageDays: 0,
  fields: [],
  ...change,
})
const roles: readonly Role[] = ['volunteer', 'mediator', 'coordinator', 'networkAdmin']
const deeds = ['create', 'update', 'delete', 'restore'] as const
const discard = { kind: 'held', deed: 'discard' } as const

describe('[SEC-71] rights are denied unless the table of 3-domain § 3.3 gives them', () => {
  test('to nobody, on unknown kinds, on what the server makes', () => {
    for (const deed of deeds) {
      expect(mayWrite(writing({ roles: [], deed, own: true }))).toBe(false)
      for (const kind of ['wishingWell', 'conflict', 'held', 'constructor', '__proto__', 'toString'])
        expect(mayWrite(writing({ roles, kind, deed, own: true })), `${kind} ${deed}`).toBe(false)
    }
  })

  test('several roles give what one of them gives', () => {
    const any = fc.record({
      kind: fc.constantFrom(...kinds.keys()),
      deed: fc.constantFrom(...deeds),
      own: fc.boolean(),
      ageDays: fc.integer({ min: -3, max: 12 }),
      fields: fc.subarray(['state', 'capacity', 'tallies.turnedAway.x']),
    })
    fc.assert(
      fc.property(any, fc.subarray([...roles]), (rest, some) => {
        const each = some.map((role) => mayWrite({ ...rest, roles: [role] }))
        expect(mayWrite({ ...rest, roles: some })).toBe(each.includes(true))
      }),
    )
  })

  test('whoever may delete may restore', () => {
    for (const role of roles)
      for (const kind of kinds.keys())
        expect(mayWrite(writing({ roles: [role], kind, deed: 'restore' }))).toBe(
          mayWrite(writing({ roles: [role], kind, deed: 'delete' })),
        )
  })

  test('a coordinator may do everything to visits, a network administrator nothing', () => {
    for (const deed of deeds) {
      expect(mayWrite(writing({ roles: ['coordinator'], deed }))).toBe(true)
      expect(mayWrite(writing({ roles: ['networkAdmin'], deed, own: true }))).toBe(false)
    }
  })
})

describe('[SYN-29] what is held is discarded', () => {
  test('by its author, whatever the role and however long ago; of another, by a coordinator', () => {
    for (const role of roles) {
      expect(mayWrite(writing({ ...discard, roles: [role], own: true, ageDays: 400 })), role).toBe(true)
      expect(mayWrite(writing({ ...discard, roles: [role], own: false })), role).toBe(role === 'coordinator')
    }
    expect(mayWrite(writing({ ...discard, roles: [], own: true }))).toBe(false)
  })

  test('and nothing else is', () => {
    for (const kind of kinds.keys())
      if (kind !== 'held') expect(mayWrite(writing({ ...discard, roles, kind, own: true })), kind).toBe(false)
  })

  test('[SEC-68] with a signature when it is the work of another; ordinary work needs none', () => {
    expect(needsSignature(writing({ ...discard, own: false }))).toBe(true)
    expect(needsSignature(writing({ ...discard, own: true }))).toBe(false)
    for (const deed of deeds) expect(needsSignature(writing({ deed, own: false }))).toBe(false)
  })
})

describe('« own, for seven days »', () => {
  test.each(['volunteer', 'mediator'] as const)(
    '[ROL-1] a %s changes and deletes their own visit until the seventh day',
    (role) => {
      for (const deed of ['update', 'delete', 'restore'] as const) {
        expect(mayWrite(writing({ roles: [role], deed, own: true, ageDays: 7 })), deed).toBe(true)
        expect(mayWrite(writing({ roles: [role], deed, own: true, ageDays: 8 })), deed).toBe(
          role === 'mediator' && deed === 'update',
        )
        expect(mayWrite(writing({ roles: [role], deed, own: false })), deed).toBe(
          role === 'mediator' && deed === 'update',
        )
      }
    },
  )
})

describe('[SLT-1] a volunteer opens the permanence of the day and counts', () => {
  const event = (fields: readonly string[], deed: Writing['deed'] = 'update') =>
    mayWrite(writing({ kind: 'event', deed, fields }))
  test('with the fields this needs, and no other', () => {
    expect(event(['type', 'state', 'day', 'halfDay', 'placeId', 'slotId'], 'create')).toBe(true)
    expect(event(['tallies.turnedAway.019cdf57'])).toBe(true)
    expect(event(['tallies.turnedAway.019cdf57', 'capacity'])).toBe(false)
    expect(event(['talliesX'])).toBe(false)
    expect(event([], 'delete')).toBe(false)
    expect(event([], 'restore')).toBe(false)
  })
})
