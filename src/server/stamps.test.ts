import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Facts } from '#domain/kind.ts'
import type { Stamp } from '#domain/record.ts'
import { stampsFromText, stampsToText } from './stamps.ts'

const facts: Facts = { day: '2026-03-12', minutes: 30, procedures: ['ameli.create', 'email.use'] }
const stamp: Stamp = [12, 'w1']
const whole = { day: stamp, minutes: stamp, 'procedures#ameli.create': stamp, 'procedures#email.use': stamp }

test('[SYN-78] a record written once keeps one stamp, and gives back one per field and per choice', () => {
  const text = stampsToText(whole, facts)
  expect(text).toBe('["w1",12]')
  expect(stampsFromText(text, facts)).toEqual(whole)
})

test('[SYN-78] an emptied field keeps its stamp although no fact is left', () => {
  const stamps = { ...whole, outcome: stamp }
  expect(stampsFromText(stampsToText(stamps, facts), facts)).toEqual(stamps)
})

test('[SYN-78] any stamps come back as they were', () => {
  const name = fc.stringMatching(/^[a-z]{1,3}(#[a-z."]{1,3})?$/)
  const one = fc.tuple(fc.nat(3), fc.constantFrom('w1', 'w2')) as fc.Arbitrary<Stamp>
  fc.assert(
    fc.property(fc.dictionary(name, one, { noNullPrototype: true }), (stamps) => {
      expect(stampsFromText(stampsToText(stamps, facts), facts)).toEqual(stamps)
    }),
  )
})
