import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './day.ts'
import type { Value } from './kind.ts'
import { type Arrival, type Clash, type Hole, merge } from './merge.ts'
import type { OperationBody } from './operation.ts'
import { overlay } from './overlay.ts'
import type { FoldedRecord } from './record.ts'

const record = '019cdf57-d000-7000-8000-000000000001'
let made = 0

function operation(change: Partial<OperationBody> = {}): OperationBody {
  made += 1
  return {
    id: `019cdf57-d000-7000-8000-${String(made).padStart(12, '0')}`,
    kind: 'visit',
    schema: 1,
    record,
    base: 0,
    day: '2026-03-12',
    by: '019cdf57-d000-7000-8000-00000000000a',
    ...change,
  }
}

function arrival(rev: number, writer: string, holes: readonly Hole[] = []): Arrival {
  return { rev, writer, holes }
}

/** Applies operations in order of arrival, each [writer, change], from rev 1 on. */
function fold(...arrivals: readonly (readonly [writer: string, change: Partial<OperationBody>])[]) {
  let folded: FoldedRecord | undefined
  const clashes: (readonly Clash[])[] = []
  const codes: (string | undefined)[] = []
  arrivals.forEach(([writer, change], index) => {
    const result = merge(folded, operation(change), arrival(index + 1, writer))
    if (result.status === 'applied') folded = result.record
    clashes.push(result.status === 'applied' ? result.clashes : [])
    codes.push(result.status === 'held' ? result.code : undefined)
  })
  return { folded, clashes, codes }
}

describe('[SYN-79] a field', () => {
  test('written unseen with another value: the later one applies, the other is told with the rev that wrote it', () => {
    const { folded, clashes } = fold(['a', { set: { minutes: 15 } }], ['b', { set: { minutes: 30 } }])
    expect(folded?.facts).toEqual({ minutes: 30 })
    expect(clashes[1]).toEqual([{ field: 'minutes', kept: 30, lost: 15, lostRev: 1 }])
  })

  test('written unseen with the same value is no conflict', () => {
    const { clashes } = fold(['a', { set: { minutes: 15 } }], ['b', { set: { minutes: 15 } }])
    expect(clashes.flat()).toEqual([])
  })

  test('of a newer version that holds a list: equal lists are equal', () => {
    const { clashes } = fold(['a', { set: { later: ['x', 'y'] } }], ['b', { set: { later: ['x', 'y'] } }])
    expect(clashes.flat()).toEqual([])
    const other = fold(['a', { set: { later: ['x'] } }], ['b', { set: { later: ['y'] } }])
    expect(other.clashes.flat()).toMatchObject([{ field: 'later', kept: ['y'], lost: ['x'] }])
  })

  test('seen by its author changes without a word', () => {
    const { folded, clashes } = fold(
      ['a', { set: { minutes: 15 } }],
      ['b', { base: 1, set: { minutes: 30 } }],
    )
    expect(folded?.facts).toEqual({ minutes: 30 })
    expect(clashes.flat()).toEqual([])
  })

  test('changed again by the same writer is no conflict with itself', () => {
    const { clashes } = fold(['a', { set: { minutes: 15 } }], ['a', { set: { minutes: 30 } }])
    expect(clashes.flat()).toEqual([])
  })

  test('[SYN-83] of the same device under two writers counts as two authors', () => {
    const { clashes } = fold(
      ['device, before', { set: { minutes: 15 } }],
      ['device, after', { set: { minutes: 30 } }],
    )
    expect(clashes.flat()).toHaveLength(1)
  })

  test('emptied unseen: the value that went is told, and the kept one is empty', () => {
    const { folded, clashes } = fold(['a', { set: { minutes: 15 } }], ['b', { set: { minutes: null } }])
    expect(folded?.facts).toEqual({})
    expect(clashes[1]).toEqual([{ field: 'minutes', kept: null, lost: 15, lostRev: 1 }])
    const back = fold(['a', { set: { minutes: null } }], ['b', { set: { minutes: 15 } }])
    expect(back.clashes[1]).toEqual([{ field: 'minutes', kept: 15, lost: null, lostRev: 1 }])
  })

  test('[I11] that an operation does not name keeps its value and its stamp; unknown ones too', () => {
    const { folded } = fold(
      ['a', { schema: 9, set: { minutes: 15, 'of.tomorrow': 'x' } }],
      ['b', { base: 1, set: { outcome: 'informed' } }],
    )
    expect(folded?.facts).toEqual({ minutes: 15, outcome: 'informed', 'of.tomorrow': 'x' })
    expect(folded?.stamps).toEqual({ minutes: [1, 'a'], 'of.tomorrow': [1, 'a'], outcome: [2, 'b'] })
    expect(folded?.schema).toBe(9)
  })
})

describe('[SYN-80] other fields changed unseen', () => {
  test('ask nothing, and the record says parallel until someone who saw it writes', () => {
    const first = [
      ['a', { set: { minutes: 15 } }],
      ['a', { base: 1, set: { outcome: 'informed' } }],
      ['b', { base: 1, set: { minutes: 30 } }],
    ] as const
    const { folded, clashes } = fold(...first)
    expect(clashes.flat()).toEqual([])
    expect(folded).toMatchObject({ parallel: true, facts: { minutes: 30, outcome: 'informed' } })
    expect(fold(...first, ['a', { base: 2, set: { rank: 1 } }]).folded?.parallel).toBe(true)
    expect(fold(...first, ['a', { base: 3, set: { rank: 1 } }]).folded?.parallel).toBe(false)
  })
})

describe('[SYN-81] a choice of a set', () => {
  test('added by two people is there once; different choices add up, sorted as text', () => {
    const { folded, clashes } = fold(
      ['a', { add: { procedures: ['tax.return', 'ameli.create'] } }],
      ['b', { add: { procedures: ['ameli.create', 'email.use'] } }],
    )
    expect(folded?.facts.procedures).toEqual(['ameli.create', 'email.use', 'tax.return'])
    expect(clashes.flat()).toEqual([])
  })

  test('added by one and removed unseen by another is a conflict on that choice alone', () => {
    const { folded, clashes } = fold(
      ['a', { add: { procedures: ['ameli.create', 'tax.return'] } }],
      ['b', { remove: { procedures: ['ameli.create'] } }],
    )
    expect(folded?.facts.procedures).toEqual(['tax.return'])
    expect(clashes[1]).toEqual([
      { field: 'procedures', element: 'ameli.create', kept: false, lost: true, lostRev: 1 },
    ])
  })

  test('removed and added again unseen is the same conflict the other way', () => {
    const { folded, clashes } = fold(
      ['a', { add: { procedures: ['ameli.create'] } }],
      ['a', { remove: { procedures: ['ameli.create'] } }],
      ['b', { base: 1, add: { procedures: ['ameli.create'] } }],
    )
    expect(folded?.facts.procedures).toEqual(['ameli.create'])
    expect(clashes[2]).toMatchObject([{ element: 'ameli.create', kept: true, lost: false, lostRev: 2 }])
  })

  test('an emptied set leaves no fact behind', () => {
    const { folded } = fold(
      ['a', { add: { procedures: ['ameli.create'] } }],
      ['a', { remove: { procedures: ['ameli.create'] } }],
    )
    expect(folded?.facts).toEqual({})
  })
})

describe('[SYN-86] a deletion', () => {
  test('that had not seen an edit of another writer is held, and nothing disappears', () => {
    const { folded, codes } = fold(['a', { set: { minutes: 15 } }], ['b', { act: 'delete' }])
    expect(codes[1]).toBe('base_outdated')
    expect(folded?.deleted).toBe(false)
  })

  test('that saw everything makes a tombstone with a rev; its own writes count as seen', () => {
    expect(fold(['a', { set: { minutes: 15 } }], ['b', { base: 1, act: 'delete' }]).folded).toMatchObject({
      deleted: true,
      rev: 2,
    })
    expect(fold(['a', { set: { minutes: 15 } }], ['a', { act: 'delete' }]).folded?.deleted).toBe(true)
  })

  test('is not undone by an edit that comes after: the edit is held', () => {
    const { folded, codes } = fold(
      ['a', { set: { minutes: 15 } }],
      ['a', { act: 'delete' }],
      ['b', { base: 1, set: { minutes: 30 } }],
    )
    expect(codes[2]).toBe('record_deleted')
    expect(folded).toMatchObject({ deleted: true, facts: { minutes: 15 } })
  })

  test('is undone by restore, with every fact it had', () => {
    const { folded } = fold(
      ['a', { set: { minutes: 15 }, add: { procedures: ['ameli.create'] } }],
      ['a', { act: 'delete' }],
      ['a', { act: 'restore' }],
    )
    expect(folded).toMatchObject({
      deleted: false,
      rev: 3,
      facts: { minutes: 15, procedures: ['ameli.create'] },
    })
  })
})

test('[SYN-84] an edit of an unknown record creates it, whatever its base', () => {
  const { folded } = fold(['a', { base: 400, set: { minutes: 15 } }])
  expect(folded).toMatchObject({ id: record, kind: 'visit', rev: 1, facts: { minutes: 15 } })
})

test('[SYN-49] a base inside a hole counts as 0: what was announced and lost was not seen', () => {
  const first = merge(undefined, operation({ set: { minutes: 15 } }), arrival(5, 'a'))
  if (first.status !== 'applied') throw new Error('not applied')
  const edit = operation({ base: 50, set: { minutes: 30 } })
  const clashes = (holes: readonly Hole[]) => {
    const result = merge(first.record, edit, arrival(1_000_001, 'b', holes))
    return result.status === 'applied' ? result.clashes.length : -1
  }
  expect(clashes([])).toBe(0)
  expect(clashes([[40, 1_000_000]])).toBe(1)
  expect(clashes([[50, 1_000_000]])).toBe(0)
  expect(clashes([[10, 49]])).toBe(0)
  expect(clashes([[10, 50]])).toBe(1)
})

test('[SYN-87] acts of people’s keys are held until people have keys', () => {
  for (const act of ['erase', 'release', 'discard'] as const)
    expect(merge(undefined, operation({ act }), arrival(1, 'a'))).toEqual({
      status: 'held',
      code: 'not_allowed',
    })
})

describe('[SYN-29] discarding what is held', () => {
  const refused: FoldedRecord = {
    id: record,
    kind: 'held',
    schema: 1,
    rev: 4,
    deleted: false,
    parallel: false,
    facts: { operation: record, record, recordKind: 'visit', reason: 'record_deleted', body: '{}' },
    stamps: {},
  }
  const discard = (change: Partial<OperationBody> = {}) =>
    operation({ kind: 'held', act: 'discard', ...change })

  test('closes it, changes nothing else of it, and says who did', () => {
    const result = merge(refused, discard({ base: 4 }), arrival(5, 'a'))
    expect(result).toEqual({
      status: 'applied',
      clashes: [],
      record: {
        ...refused,
        rev: 5,
        facts: { ...refused.facts, settled: 'discarded' },
        stamps: { settled: [5, 'a'] },
      },
    })
  })

  test('[SYN-87] the first decision counts: a later one, seen or not, is no conflict and leaves it as it is', () => {
    const settle = (decision: 'released' | 'discarded'): FoldedRecord => ({
      ...refused,
      rev: 5,
      facts: { ...refused.facts, settled: decision },
      stamps: { settled: [5, 'a'] },
    })
    for (const decision of ['released', 'discarded'] as const)
      for (const base of [0, 5])
        expect(merge(settle(decision), discard({ base }), arrival(6, 'b'))).toEqual({
          status: 'applied',
          clashes: [],
          record: { ...settle(decision), rev: 6 },
        })
  })

  test('of a record that is not there waits for it; of another kind it is not allowed', () => {
    expect(merge(undefined, discard(), arrival(1, 'a'))).toEqual({ status: 'held', code: 'depends' })
    expect(merge({ ...refused, kind: 'visit' }, discard({ kind: 'visit' }), arrival(1, 'a'))).toEqual({
      status: 'held',
      code: 'not_allowed',
    })
  })

  test('[SYN-77] [SYN-6] any discards by anybody fold to one record, which is what each device shows at once', () => {
    const decisions = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(9)), { minLength: 1 })
    fc.assert(
      fc.property(decisions, (list) => {
        const bodies = list.map(([, base]) => discard({ base }))
        const folded = bodies.reduce((before, body, index) => {
          const result = merge(before, body, arrival(5 + index, list[index]?.[0] ?? ''))
          return result.status === 'applied' ? result.record : before
        }, refused)
        expect(folded.facts).toEqual({ ...refused.facts, settled: 'discarded' })
        expect(folded.stamps).toEqual({ settled: [5, list[0]?.[0]] })
        const row = { id: record, kind: 'held', schema: 1, rev: 4, siteId: 'site', facts: refused.facts }
        expect(overlay(row, bodies, 'site')?.facts).toEqual(folded.facts)
      }),
    )
  })
})

test('[SYN-25] the mark of an untrusted clock stays until the day is written under a trusted one', () => {
  const unsure = ['a', { set: { day: '1970-01-01' }, clock: 'unverified' }] as const
  expect(fold(unsure).folded?.clock).toBe('unverified')
  expect(fold(unsure, ['a', { set: { minutes: 15 } }]).folded?.clock).toBe('unverified')
  expect(fold(unsure, ['a', { set: { day: '2026-03-12' } }]).folded).not.toHaveProperty('clock')
})

/* Properties: any operations of three writers on one record, each with a base it may have had. */
const fields = ['minutes', 'outcome', 'later']
const codes = ['ameli.create', 'email.use', 'tax.return']
const value: fc.Arbitrary<Exclude<Value, readonly string[]>> = fc.constantFrom(1, 2, 'x', true, null)
const change = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.dictionary(fc.constantFrom(...fields), value, { minKeys: 1 }).map((set) => ({ set })),
  },
  { weight: 2, arbitrary: fc.subarray(codes, { minLength: 1 }).map((add) => ({ add: { procedures: add } })) },
  {
    weight: 2,
    arbitrary: fc.subarray(codes, { minLength: 1 }).map((remove) => ({ remove: { procedures: remove } })),
  },
  { weight: 1, arbitrary: fc.constantFrom({ act: 'delete' as const }, { act: 'restore' as const }) },
)
const arrivals = fc.array(
  fc.tuple(fc.constantFrom('a', 'b', 'c'), change, fc.double({ min: 0, max: 1, noNaN: true })),
  { minLength: 1, maxLength: 14 },
)
type Arrivals = readonly (readonly [string, Partial<OperationBody>, number])[]
const withBases = (list: Arrivals) =>
  list.map(
    ([writer, body, share], index) => [writer, { ...body, base: Math.floor(share * (index + 1)) }] as const,
  )

describe('[SYN-77] properties of the merge', () => {
  test('same log, same record: nothing but the arguments counts, and they are left as they were', () => {
    fc.assert(
      fc.property(arrivals, (list) => {
        const log = withBases(list)
        const frozen = structuredClone(log)
        const { folded } = fold(...log)
        expect(fold(...log).folded).toEqual(folded)
        expect(log).toEqual(frozen)
      }),
    )
  })

  test('the record given is never changed', () => {
    fc.assert(
      fc.property(arrivals, (list) => {
        let folded: FoldedRecord | undefined
        withBases(list).forEach(([writer, body], index) => {
          const before = structuredClone(folded)
          const result = merge(folded, operation(body), arrival(index + 1, writer))
          expect(folded).toEqual(before)
          if (result.status === 'applied') folded = result.record
        })
      }),
    )
  })

  test('[I10] every value ever written is current, was seen by the author of its successor, is in a clash, or is held', () => {
    fc.assert(
      fc.property(arrivals, (list) => {
        let folded: FoldedRecord | undefined
        withBases(list).forEach(([writer, body], index) => {
          const before = folded
          const result = merge(folded, operation(body), arrival(index + 1, writer))
          if (result.status === 'held') return
          folded = result.record
          for (const [field, now] of Object.entries(body.set ?? {})) {
            const stamp = before?.stamps[field]
            if (stamp === undefined) continue
            const was = before?.facts[field] ?? null
            const isSeen = stamp[1] === writer || stamp[0] <= (body.base ?? 0)
            const isTold = result.clashes.some((clash) => clash.field === field && clash.lostRev === stamp[0])
            expect(was === now || isSeen || isTold).toBe(true)
          }
        })
      }),
    )
  })

  test('[I12] a deleted record only comes back by restore, and is only deleted by who saw everything', () => {
    fc.assert(
      fc.property(arrivals, (list) => {
        let folded: FoldedRecord | undefined
        withBases(list).forEach(([writer, body], index) => {
          const before = folded
          const result = merge(folded, operation(body), arrival(index + 1, writer))
          if (result.status === 'held') return
          folded = result.record
          if (before?.deleted === true && !folded.deleted) expect(body.act).toBe('restore')
          if (folded.deleted && before !== undefined && !before.deleted) {
            const unseen = Object.values(before.stamps).filter(
              ([rev, author]) => author !== writer && rev > (body.base ?? 0),
            )
            expect(unseen).toEqual([])
          }
        })
      }),
    )
  })

  test('facts are never null, and sets are sorted, without repeats, never empty', () => {
    fc.assert(
      fc.property(arrivals, (list) => {
        const { folded } = fold(...withBases(list))
        for (const fact of Object.values(folded?.facts ?? {})) {
          expect(fact).not.toBeNull()
          if (!Array.isArray(fact)) continue
          expect(fact).toEqual([...new Set(fact as string[])].sort())
          expect(fact.length).toBeGreaterThan(0)
        }
      }),
    )
  })

  test('[SYN-6] what a device shows over its own work is what the server will fold of it', () => {
    fc.assert(
      fc.property(arrivals, (list) => {
        const bodies = list.map(([, body]) => operation(body)).filter(({ act }) => act === undefined)
        const { folded } = fold(...bodies.map((body) => ['a', body] as const))
        const view = overlay(null, bodies, 'site')
        expect(view?.facts ?? {}).toEqual(folded?.facts ?? {})
      }),
    )
  })

  test('[I20] days and clocks of devices take no part in which value wins', () => {
    fc.assert(
      fc.property(
        arrivals,
        fc.array(fc.integer({ min: -20_000, max: 20_000 }), { minLength: 14, maxLength: 14 }),
        (list, offsets) => {
          const log = withBases(list)
          const moved = log.map(
            ([writer, body], index) =>
              [writer, { ...body, day: addDays('2026-03-12', offsets[index] ?? 0) }] as const,
          )
          expect(fold(...moved).folded).toEqual(fold(...log).folded)
        },
      ),
    )
  })
})
