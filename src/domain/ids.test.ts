import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { dayOfNumber } from './day.ts'
import { dayOfId, derivedId, Id, newId } from './ids.ts'
import { permanenceOfSlot, unplannedPermanence } from './kinds/event.ts'

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })
const day = fc.integer({ min: 0, max: 84_000 }).map(dayOfNumber)

describe('[SYN-43] an id', () => {
  test('has the shape of UUIDv7 and tells its day, never the time of day', () => {
    fc.assert(
      fc.property(day, bytes, (made, random) => {
        const id = newId(made, () => random)
        expect(v.is(Id, id)).toBe(true)
        expect(dayOfId(id)).toBe(made)
        const milliseconds = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
        expect(milliseconds % 86_400_000).toBe(0)
      }),
    )
  })

  test('keeps 74 of the random bits', () => {
    const seen = new Set<string>()
    for (let bit = 0; bit < 80; bit += 1) {
      const random = new Uint8Array(10)
      random[Math.floor(bit / 8)] = 1 << (bit % 8)
      seen.add(newId('2026-03-12', () => random))
    }
    expect(seen.size).toBe(74 + 1) // one more: the six bits that the shape fixes all give the same id
  })

  test('of a later day is greater, as text: inserts are ordered', () => {
    fc.assert(
      fc.property(day, day, bytes, bytes, (one, other, first, second) => {
        fc.pre(one < other)
        expect(newId(one, () => first) < newId(other, () => second)).toBe(true)
      }),
    )
  })

  test.each([
    '',
    '019cdf57',
    '019CDF57-D000-7000-8000-000000000001',
    '019cdf57-d000-4000-8000-000000000001',
    '019cdf57-d000-7000-c000-000000000001',
    '019cdf57-d000-7000-8000-000000000001\n',
  ])('is not %j', (text) => expect(v.is(Id, text)).toBe(false))
})

describe('[SLT-1] the permanence of a half-day', () => {
  const slot = newId('2026-01-01', () => new Uint8Array(10).fill(7))
  const place = newId('2026-01-01', () => new Uint8Array(10).fill(9))

  test('has the same id on every device, another one per day, half-day and source', () => {
    const days = ['2026-03-12', '2026-03-13']
    const ids = days.flatMap((on) => [
      permanenceOfSlot(slot, on),
      ...(['am', 'pm', 'eve'] as const).map((halfDay) => unplannedPermanence(place, on, halfDay)),
    ])
    expect(new Set(ids).size).toBe(8)
    expect(ids.every((id) => v.is(Id, id))).toBe(true)
    expect(permanenceOfSlot(slot, '2026-03-12')).toBe(ids[0])
    expect(dayOfId(ids[0] ?? '')).toBe('2026-03-12')
  })

  test('never meets the id of its source, even on the day the source was made', () => {
    fc.assert(
      fc.property(day, bytes, fc.integer({ min: 1, max: 255 }), (made, random, tag) => {
        const source = newId(made, () => random)
        expect(derivedId(source, made, tag)).not.toBe(source)
      }),
    )
  })
})
