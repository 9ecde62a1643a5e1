import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OperationBody } from '#domain/operation.ts'
import { canonical, hashedText, withSeq } from './canonical.ts'

const id = '019cdf57-d000-7000-8000-000000000001'
const body: OperationBody = { id, kind: 'visit', schema: 1, record: id, base: 0, day: '2026-03-12', by: id }

describe('[SYN-57] the canonical form (RFC 8785)', () => {
  test('sorts members by UTF-16 code units, keeps arrays, writes numbers and texts in one way', () => {
    expect(
      canonical({ b: [3, 1], a: 1e21, '\u20ac': 1, '\r': 2, '1': 3, '\u{1f600}': 4, '\ufb33': 5, ö: 6 }),
    ).toBe('{"\\r":2,"1":3,"a":1e+21,"b":[3,1],"ö":6,"€":1,"😀":4,"\ufb33":5}')
    expect(
      canonical({ n: [Number('333333333.33333329'), 1e30, 4.5, 0.002, 0.000000000000000000000000001, -0] }),
    ).toBe('{"n":[333333333.3333333,1e+30,4.5,0.002,1e-27,0]}')
    expect(canonical({ t: '€$\u000f\nA\'B"\\\\"/' })).toBe('{"t":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}')
  })

  test('refuses what has no JSON form', () => {
    expect(() => canonical(undefined)).toThrow()
    expect(() => canonical({ a: '\ud800' })).toThrow()
    expect(() => canonical({ a: Number.NaN })).toThrow()
  })
})

describe('[SYN-57] the text whose hash names an operation', () => {
  test('does not hold the place in the sequence nor the signature', () => {
    expect(hashedText({ ...body, seq: 4, sig: 'x' })).toBe(canonical(body))
  })

  test('is the canonical form, whatever the order of members and however it came', () => {
    const value = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(
          fc.string({ unit: 'binary', maxLength: 3 }).filter((key) => key.isWellFormed()),
          tie('any'),
          {
            maxKeys: 4,
            noNullPrototype: true,
          },
        ),
      ),
    })).any
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ maxLength: 3 }), value, { noNullPrototype: true }),
        fc.nat(),
        (more, seq) => {
          const operation = JSON.parse(JSON.stringify({ ...more, ...body }))
          const text = canonical(operation)
          expect(hashedText({ ...operation, seq })).toBe(text)
          expect(hashedText(JSON.parse(withSeq(text, seq)))).toBe(text)
          const reversed = Object.fromEntries(Object.entries(operation).reverse()) as OperationBody
          expect(hashedText(reversed)).toBe(text)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('refuses half a character, in order or not, and takes an escaped one for what it says', () => {
    expect(() => hashedText({ ...body, set: { a: '\ud800' } })).toThrow()
    expect(() => hashedText({ set: { a: '\udc00' }, ...body })).toThrow()
    const said = { ...body, set: { a: String.raw`\ud800` } }
    expect(hashedText(said)).toBe(canonical(said))
  })
})

test('[SYN-57] an operation travels as its stored body with its place at the end', () => {
  expect(withSeq('{"a":1}', 12)).toBe('{"a":1,"seq":12}')
})
