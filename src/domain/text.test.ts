import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { DisplayName, LongOrgText, OrgText, tidy } from './text.ts'

describe('[SEC-76] a line of text', () => {
  test.each([
    'Maison des habitants',
    'Aïcha ⵣ',
    'مركز',
    'Ω — « guillemets »',
    'e\u0301'.normalize('NFC'),
    'L’été, 10 €',
  ])('%j is stored', (text) => expect(v.is(OrgText, text)).toBe(true))

  test.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['a line break', 'a\nb'],
    ['a tab', 'a\tb'],
    ['NUL', 'a\u0000b'],
    ['a C1 control', 'a\u0085b'],
    ['a line separator', 'a\u2028b'],
    ['a bidi override', 'a\u202eb'],
    ['a bidi isolate', 'a\u2066b'],
    ['a byte order mark', 'a\ufeffb'],
    ['half a character', 'a\ud800b'],
    ['letters not composed', 'e\u0301'],
    ['nine marks on one letter', `q${'\u0323'.repeat(9)}`],
  ])('%s is refused', (_name, text) => expect(v.is(OrgText, text)).toBe(false))

  test.each([
    '\u200b',
    '\u2060',
    '\u00ad',
    '\ufeff',
    '\u180e',
    '\u3164',
    '\u2800',
    '\u200d',
    '\u115f',
    '\u034f',
    '\u00a0',
    '…',
  ])('made of nothing that is read, %j, is missing; within a name it is refused or is seen', (text) => {
    const lone = v.safeParse(OrgText, tidy(text.repeat(3)))
    expect(lone.issues?.[0].message).toBe('required')
    const within = v.is(OrgText, `Ma${text}ison`)
    expect(within).toBe(['\u200d', '\u00a0', '…'].includes(text))
  })

  test('keeps the joiners that some languages are written with, and emoji', () => {
    for (const text of ['می\u200cخواهم', 'श्र\u200dी', 'Atelier ❤\ufe0f'])
      expect(v.is(OrgText, text), text).toBe(true)
  })

  test('has a length: 80 for a name, 120 for a place, 280 for missions', () => {
    for (const [schema, most] of [
      [DisplayName, 80],
      [OrgText, 120],
      [LongOrgText, 280],
    ] as const) {
      expect(v.is(schema, 'é'.repeat(most))).toBe(true)
      expect(v.is(schema, 'é'.repeat(most + 1))).toBe(false)
    }
  })
})

test('[SEC-76] tidying twice changes nothing more, and makes composed text of single spaces', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = tidy(text)
      expect(tidy(once)).toBe(once)
      expect(once).not.toMatch(/^\s|\s$|\s\s/u)
    }),
  )
  expect(tidy('  Cafe\u0301 \n du\tcoin ')).toBe('Café du coin')
})
