import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import type { Facts } from './kind.ts'
import { visit } from './kinds/visit.ts'
import { changeBetween, Operation, OperationBody, operationProblem } from './operation.ts'
import { overlay } from './overlay.ts'

const id = '019cdf57-d000-7000-8000-000000000001'
const base: OperationBody = { id, kind: 'visit', schema: 1, record: id, base: 0, day: '2026-03-12', by: id }
const problem = (change: Partial<OperationBody>) => operationProblem({ ...base, ...change }, '2026-03-12')

describe('[SYN-59] the values of an operation', () => {
  test('that the kind knows must satisfy it', () => {
    expect(
      problem({ set: { minutes: 30, day: '2026-03-12' }, add: { procedures: ['ameli.create'] } }),
    ).toBeUndefined()
    expect(problem({ set: { minutes: -1 } })).toBe('invalid')
    expect(problem({ set: { outcome: 'nonsense' } })).toBe('invalid')
    expect(problem({ add: { procedures: ['not a code'] } })).toBe('invalid')
    expect(problem({ remove: { devices: ['nonsense'] } })).toBe('invalid')
  })

  test('a set is changed by add and remove only, a field by set only', () => {
    expect(problem({ set: { procedures: ['ameli.create'] } })).toBe('invalid')
    expect(problem({ add: { minutes: ['30'] } })).toBe('invalid')
    expect(problem({ remove: { outcome: ['informed'] } })).toBe('invalid')
  })

  test('null empties any field', () => {
    expect(
      problem({ set: { minutes: null, 'details.amelicreate.outcome': null, later: null } }),
    ).toBeUndefined()
  })

  test('wrong under a newer schema are stored: this version cannot judge them', () => {
    expect(problem({ schema: 2, set: { outcome: 'ofTomorrow', minutes: 9999 } })).toBeUndefined()
  })

  test('unknown fields hold short codes, so that no free text slips in', () => {
    expect(problem({ set: { later: 'x'.repeat(64) } })).toBeUndefined()
    expect(problem({ set: { later: 'x'.repeat(65) } })).toBe('invalid')
  })

  test.each(['185057800608491', '4111111111111111', '4111/1111/1111/1111', 'FR1420041010050500013M02606'])(
    '[SEC-103] the number of a mandate is not %s',
    (ref) => expect(problem({ set: { 'mandate.ref': ref } })).toBe('invalid'),
  )

  test('[SEC-8] the number of a mandate has a digit and 20 signs at most, so that a name is not one', () => {
    for (const ref of ['M-0042', '2026/118.b', '7', 'N'.repeat(19) + 1])
      expect(problem({ set: { 'mandate.ref': ref } }), ref).toBeUndefined()
    for (const ref of ['DUPONT', 'Jean-Marc.Dupont', '', '-1', 'Dupont 1', 'é1', 'N'.repeat(20) + 1])
      expect(problem({ set: { 'mandate.ref': ref } }), ref).toBe('invalid')
  })

  test('[SEC-76] a visit is not of tomorrow', () => {
    expect(problem({ set: { day: '2026-03-12' } })).toBeUndefined()
    expect(problem({ set: { day: '2026-03-13' } })).toBe('invalid')
  })

  test('an unknown kind waits for a version that knows it', () => {
    expect(problem({ kind: 'wishingWell' })).toBe('schema_unknown')
  })

  test('[SYN-58] forbidden names are invalid, in set, add and remove', () => {
    const named = (name: string, value: unknown) => Object.fromEntries([[name, value]])
    for (const name of ['constructor', 'prototype', 'Upper', 'a-b']) {
      expect(problem({ set: named(name, 1) as never }), name).toBe('invalid')
      expect(problem({ add: named(name, ['x']) as never }), name).toBe('invalid')
      expect(problem({ remove: named(name, ['x']) as never }), name).toBe('invalid')
    }
    expect(problem({ set: JSON.parse('{"__proto__":1}') })).toBe('invalid')
  })

  test('[SYN-65] 64 fields at most, set, add and remove together', () => {
    const many = (count: number, start: string) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`${start}${index}`, 1]))
    expect(problem({ set: many(64, 'a') })).toBeUndefined()
    expect(problem({ set: many(64, 'a'), add: { procedures: ['ameli.create'] } })).toBe('invalid')
  })
})

describe('[SYN-58] the shape of an operation', () => {
  test('unknown members are welcome, wrong known ones are not', () => {
    expect(v.is(Operation, { ...base, seq: 1, later: { a: 1 } })).toBe(true)
    for (const wrong of [
      { seq: 0 },
      { seq: 1.5 },
      { seq: 1, base: -1 },
      { seq: 1, day: 'today' },
      { seq: 1, id: 'x' },
      { seq: 1, kind: 'Visit' },
      { seq: 1, set: { a: {} } },
      { seq: 1, set: { a: 1 / 0 } },
      { seq: 1, add: { a: [] } },
      { seq: 1, clock: 'wrong' },
    ])
      expect(v.is(Operation, { ...base, ...wrong }), JSON.stringify(wrong)).toBe(false)
  })
})

describe('[SYN-4] the change between what a form showed and what it says', () => {
  const codes = ['ameli.create', 'email.use', 'tax.return']
  const facts: fc.Arbitrary<Facts> = fc.record(
    {
      minutes: fc.constantFrom(15, 30),
      outcome: fc.constantFrom('informed', 'blocked'),
      procedures: fc.subarray(codes, { minLength: 1 }).map((some) => [...some].sort()),
      'details.amelicreate.obstacles': fc.subarray(['noCode', 'password'], { minLength: 1 }),
    },
    { requiredKeys: [] },
  )

  test('names only what the person touched', () => {
    expect(
      changeBetween(visit, { minutes: 15, outcome: 'informed' }, { minutes: 30, outcome: 'informed' }),
    ).toEqual({
      set: { minutes: 30 },
    })
    expect(changeBetween(visit, { minutes: 15 }, {})).toEqual({ set: { minutes: null } })
    expect(changeBetween(visit, { procedures: ['a', 'b'] }, { procedures: ['b', 'c'] })).toEqual({
      add: { procedures: ['c'] },
      remove: { procedures: ['a'] },
    })
  })

  test('applied to what was shown gives what is said, and nothing is said about nothing', () => {
    fc.assert(
      fc.property(facts, facts, (before, after) => {
        const change = changeBetween(visit, before, after)
        if (change === undefined) {
          expect(after).toEqual(before)
          return
        }
        const body = { ...base, ...change } as OperationBody
        expect(v.is(OperationBody, body)).toBe(true)
        const row = { id, kind: 'visit', schema: 1, rev: 1, siteId: null, facts: before }
        expect(overlay(row, [body], id)?.facts).toEqual(after)
      }),
    )
  })
})

describe('[SYN-6] the view of a record', () => {
  const row = { id, kind: 'visit', schema: 1, rev: 7, siteId: id, facts: { minutes: 15 } }

  test('is the row under the live operations, in order', () => {
    expect(overlay(null, [], id)).toBeNull()
    expect(overlay(row, [], id)).toMatchObject({ rev: 7, facts: { minutes: 15 }, deleted: false })
    const live = [
      { ...base, set: { minutes: 30 } },
      { ...base, set: { minutes: 45, outcome: 'informed' } },
    ]
    expect(overlay(row, live, id)?.facts).toEqual({ minutes: 45, outcome: 'informed' })
    expect(overlay(null, live, id)).toMatchObject({ rev: 0, siteId: id, kind: 'visit' })
  })

  test('is deleted and brought back by acts, without losing a fact', () => {
    const gone = [{ ...base, act: 'delete' as const }]
    expect(overlay(row, gone, id)).toMatchObject({ deleted: true, facts: { minutes: 15 } })
    expect(overlay(row, [...gone, { ...base, act: 'restore' as const }], id)).toMatchObject({
      deleted: false,
    })
  })

  test('does not change the row or the operations', () => {
    const live = [{ ...base, add: { procedures: ['b', 'a'] } }]
    const before = structuredClone({ row, live })
    expect(overlay(row, live, id)?.facts.procedures).toEqual(['a', 'b'])
    expect({ row, live }).toEqual(before)
  })
})
