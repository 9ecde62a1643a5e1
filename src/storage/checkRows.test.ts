import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { FeedRow } from '#protocol/sync.ts'
import { checkRows } from './checkRows.ts'
import { anId, aRow, here } from './testDevice.ts'

const anything = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    7,
    1.5,
    Number.NaN,
    '',
    'visit',
    here.siteId,
    [],
    ['a'],
    [1],
    {},
  ),
  fc.jsonValue({ maxDepth: 2 }),
)
const damaged = fc
  .record({
    member: fc.constantFrom(
      'id',
      'kind',
      'rev',
      'schema',
      'siteId',
      'facts',
      'deleted',
      'gone',
      'parallel',
      'other',
    ),
    value: anything,
    remove: fc.boolean(),
  })
  .map(({ member, value, remove }) => {
    const row: Record<string, unknown> = { ...aRow(anId(), 3) }
    if (remove) delete row[member]
    else row[member] = value
    return row
  })

test('[SEC-78] the quick look at a usual row never accepts what the schema refuses', () => {
  fc.assert(
    fc.property(damaged, (row) => {
      const { rows } = checkRows([row], here.siteId, 'test')
      if (rows.length === 1) expect(v.is(FeedRow, row)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('[SEC-78] and what comes out of it is what the schema makes of it', () => {
  const rows = [
    aRow(anId(), 1),
    { ...aRow(anId(), 2), parallel: true, clock: 'unverified', later: 'x' },
    { id: anId(), kind: 'visit', rev: 3, deleted: true },
    { id: anId(), rev: 4, gone: true },
  ]
  expect(checkRows(rows, here.siteId, 'test').rows).toEqual(rows.map((row) => v.parse(FeedRow, row)))
})

test('[SEC-77] a row without an id of its own is named after its page', () => {
  expect(checkRows([null, 7], here.siteId, 'c9').refused.map(({ id }) => id)).toEqual(['c9#0', 'c9#1'])
})
