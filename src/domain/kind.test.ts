import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { FieldName, hasInvalidFact, isComplete, patternOf, schemaOf } from './kind.ts'
import { type EventFacts, tallyField, tallyTotal } from './kinds/event.ts'
import { isMemberOn } from './kinds/member.ts'
import { isSlotOn } from './kinds/slot.ts'
import { visit } from './kinds/visit.ts'
import { kinds } from './kinds.ts'
import { codesOn, keyOfCode, referenceList } from './lists.ts'

describe('[SYN-58] the name of a field', () => {
  test.each(['a', 'minutes', 'details.amelicreate.outcome', 'x1', `a${'b'.repeat(63)}`])(
    'may be %s',
    (name) => expect(v.is(FieldName, name)).toBe(true),
  )
  test.each([
    '',
    'A',
    '1a',
    'a..b',
    '.a',
    'a.',
    'a-b',
    'a_b',
    'é',
    'a b',
    '__proto__',
    'a.constructor',
    'prototype.a',
    `a${'b'.repeat(64)}`,
  ])('may not be %j', (name) => expect(v.is(FieldName, name)).toBe(false))
})

describe('[GEN-6] maps are flat', () => {
  test('a key of a map is found under its pattern, with as many parts and no more', () => {
    expect(patternOf(visit.fields, 'details.amelicreate.outcome')).toBe('details.*.outcome')
    expect(patternOf(visit.fields, 'details.a.b.outcome')).toBeUndefined()
    expect(patternOf(visit.fields, 'details.outcome')).toBeUndefined()
    expect(patternOf(visit.sets, 'details.amelicreate.obstacles')).toBe('details.*.obstacles')
    expect(patternOf(visit.fields, 'minutes')).toBe('minutes')
    for (const name of ['toString', 'constructor', 'unknown'])
      expect(patternOf(visit.fields, name)).toBeUndefined()
  })

  test('a name belongs to fields or to sets, never to both', () => {
    for (const kind of kinds.values())
      for (const name of Object.keys(kind.fields))
        expect(patternOf(kind.sets, name), `${kind.kind} ${name}`).toBeUndefined()
  })
})

test('every kind is listed under its own name, requires what it declares, and names fields that may travel', () => {
  for (const [name, kind] of kinds) {
    expect(kind.kind).toBe(name)
    for (const required of kind.required)
      expect(schemaOf(kind, required), `${name} ${required}`).toBeDefined()
    for (const field of [...Object.keys(kind.fields), ...Object.keys(kind.sets)])
      expect(v.is(FieldName, field.replaceAll('*', 'key')), `${name} ${field}`).toBe(true)
  }
})

const whole = {
  day: '2026-03-12',
  halfDay: 'am',
  placeId: '019cdf57-d000-7000-8000-000000000001',
  arrival: 'walkIn',
  outcome: 'informed',
}

test('[SYN-84] a record is complete when all it requires is there', () => {
  expect(isComplete(visit, whole)).toBe(true)
  for (const name of visit.required) {
    const { [name as keyof typeof whole]: _, ...rest } = whole
    expect(isComplete(visit, rest), name).toBe(false)
    expect(isComplete(visit, { ...whole, [name]: null }), name).toBe(false)
  }
})

test('[SYN-59] a known fact with a value its schema refuses is seen, an unknown one is not judged', () => {
  expect(hasInvalidFact(visit, { ...whole, procedures: ['ameli.create'] })).toBe(false)
  expect(hasInvalidFact(visit, { ...whole, minutes: 481 })).toBe(true)
  expect(hasInvalidFact(visit, { ...whole, procedures: ['not a code'] })).toBe(true)
  expect(hasInvalidFact(visit, { ...whole, missing: Array.from({ length: 33 }, () => 'identity') })).toBe(
    true,
  )
  expect(hasInvalidFact(visit, { ...whole, ofTomorrow: 'anything' })).toBe(false)
})

test('[GEN-7] what several devices counted is added up, each under its own key', () => {
  const facts: EventFacts = {
    'tallies.turnedAway.019cdf57d00070008000000000000001': 2,
    'tallies.turnedAway.019cdf57d00070008000000000000002': 3,
    'tallies.info.019cdf57d00070008000000000000001': 9,
  }
  expect(tallyTotal(facts, 'turnedAway')).toBe(5)
  expect(tallyTotal(facts, 'turned')).toBe(0)
  const field = tallyField('turnedAway', '019cdf57-d000-7000-8000-000000000002')
  expect(facts[field]).toBe(3)
  expect(v.is(FieldName, field)).toBe(true)
})

test('[SEC-88] a member is present from the first day to the last, both included', () => {
  const member = { startsOn: '2026-01-10', endsOn: '2026-03-10' }
  expect(
    ['2026-01-09', '2026-01-10', '2026-03-10', '2026-03-11'].map((day) => isMemberOn(member, day)),
  ).toEqual([false, true, true, false])
  expect(isMemberOn({ startsOn: '2026-01-10' }, '2099-01-01')).toBe(true)
})

test('[SLT-2] a weekly slot falls on its weekday, from its first day to its last', () => {
  const slot = { recurrence: 'weekly', weekday: 4, from: '2026-03-05', until: '2026-03-19' }
  const days = ['2026-02-26', '2026-03-05', '2026-03-11', '2026-03-12', '2026-03-19', '2026-03-26']
  expect(days.filter((day) => isSlotOn(slot, day))).toEqual(['2026-03-05', '2026-03-12', '2026-03-19'])
  expect(isSlotOn({ ...slot, recurrence: 'monthly' }, '2026-03-12')).toBe(false)
})

test('[NOM-7] codes of one list stay different once written inside a path', () => {
  for (const id of ['procedures', 'ageBands', 'structures', 'obstacles', 'tallies'] as const) {
    const keys = referenceList(id).items.map(({ code }) => keyOfCode(code))
    expect(new Set(keys).size, id).toBe(keys.length)
    expect(
      keys.every((key) => /^[A-Za-z0-9]+$/.test(key)),
      id,
    ).toBe(true)
  }
})

test('[NOM-1] a form offers the codes of its day: none before its first, none after its last', () => {
  const dated = (['structures', 'procedures'] as const).flatMap((id) =>
    referenceList(id)
      .items.filter(({ since, until }) => since !== undefined || until !== undefined)
      .map((item) => ({ id, item })),
  )
  expect(dated.length).toBeGreaterThan(0)
  for (const { id, item } of dated) {
    const offered = (day: string) => codesOn(id, day).some(({ code }) => code === item.code)
    if (item.until !== undefined) expect([offered(item.until), offered('2199-01-01')]).toEqual([true, false])
    if (item.since !== undefined) expect([offered(item.since), offered('1970-01-01')]).toEqual([true, false])
  }
})
