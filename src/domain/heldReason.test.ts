import { expect, test } from 'vitest'
import { heldReason } from './heldReason.ts'

const id = '019d0000-0000-7000-8000-000000000001'
const held = (change: object, reason = 'invalid') => ({
  reason,
  body: JSON.stringify({
    id,
    kind: 'visit',
    schema: 1,
    record: id,
    base: 0,
    day: '2026-11-25',
    by: id,
    ...change,
  }),
})

test('[SYN-29] of a visit whose answers can all be accepted, the day had not come', () => {
  expect(heldReason(held({ set: { day: '2026-11-25', minutes: 30 } }))).toBe('dayAhead')
})

test('[SYN-29] every other reason stays what the server said', () => {
  expect(heldReason(held({ set: { day: '2026-11-25', minutes: 999 } }))).toBe('invalid')
  expect(heldReason(held({ set: { day: '2026-02-31' } }))).toBe('invalid')
  expect(heldReason(held({ set: { day: '2026-11-25', posture: 'inTheirPlace' } }))).toBe('invalid')
  expect(heldReason(held({ set: { minutes: 30 } }))).toBe('invalid')
  expect(heldReason(held({ kind: 'tally', set: { day: '2026-11-25' } }))).toBe('invalid')
  expect(heldReason(held({ act: 'delete', set: { day: '2026-11-25' } }))).toBe('invalid')
  expect(heldReason(held({ set: { day: '2026-11-25' } }, 'not_allowed'))).toBe('not_allowed')
  expect(heldReason({ reason: 'invalid', body: '{' })).toBe('invalid')
  expect(heldReason({})).toBe('')
})
