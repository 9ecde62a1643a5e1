import { expect, test } from 'vitest'
import { matchesWords, proceduresByFamily, proceduresFirst } from './procedureOrder.ts'

const day = '2026-11-24'

test('[FEEL-3] a place without visits is offered nine usual procedures', () => {
  expect(proceduresFirst(new Map(), day)).toHaveLength(9)
  expect(proceduresFirst(new Map(), day)[0]).toBe('ameli.create')
})

test('[UX-29] the procedures of this place come first, by use', () => {
  const first = proceduresFirst(
    new Map([
      ['print', 3],
      ['caf.declare', 12],
      ['caf.create', 3],
    ]),
    day,
  )
  expect(first.slice(0, 3)).toEqual(['caf.declare', 'caf.create', 'print'])
  expect(first).toHaveLength(9)
})

test('[NOM-1] a code that is not valid on the day is not offered', () => {
  expect(proceduresFirst(new Map([['goneForEver', 40]]), day)).not.toContain('goneForEver')
})

test('[UX-29] every procedure is reachable by family, once', () => {
  const families = proceduresByFamily(day, () => true)
  const codes = families.flatMap((family) => family.codes)
  expect(codes).toHaveLength(95)
  expect(new Set(codes).size).toBe(95)
  expect(families[0]?.group).toBe('basics')
})

test('[UX-29] a family without a match is left out', () => {
  expect(proceduresByFamily(day, (code) => code === 'fine')).toEqual([
    { group: 'transport', codes: ['fine'] },
  ])
})

test.each([
  ['Déclaration trimestrielle de ressources', 'decl ressour', true],
  ['Retrouver l’accès au compte CAF', 'CAF acces', true],
  ['Complémentaire santé solidaire (C2S) : demande', 'c2s', true],
  ['Imprimer, scanner', 'primer', false],
  ['Imprimer, scanner', '  ', true],
])('[UX-29] in « %s » the search « %s » is found: %s', (text, search, found) => {
  expect(matchesWords(text, search)).toBe(found)
})
