import { expect, test } from 'vitest'
import { matchesWords, proceduresByFamily, proceduresFirst, thatFit } from './procedureOrder.ts'

const day = '2026-11-24'

test('[FEEL-3] a place without visits is offered nine usual procedures', () => {
  expect(proceduresFirst([], day)).toHaveLength(9)
  expect(proceduresFirst([], day)[0]).toBe('ameli.create')
})

test('[UX-29] the procedures of this place come first, by use, once each', () => {
  const first = proceduresFirst(['caf.declare', 'ameli.create', 'print'], day)
  expect(first.slice(0, 4)).toEqual(['caf.declare', 'ameli.create', 'print', 'caf.create'])
  expect(new Set(first).size).toBe(9)
})

test('[UX-29] long names: fewer chips, so that the form stays on one screen', () => {
  const codes = ['1', '2', '3', '4', '5', '6', '7', '8', '9']
  expect(thatFit(codes, () => 'Compte ameli')).toEqual(codes)
  expect(thatFit(codes, () => 'Déclaration trimestrielle')).toEqual(codes.slice(0, 5))
})

test('[NOM-1] a code that is not valid on the day is not offered', () => {
  expect(proceduresFirst(['goneForEver'], day)).not.toContain('goneForEver')
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
  ['Imprimer, scanner', '  ', false],
  ['Imprimer, scanner', 'مرحبا', false],
  ['Imprimer, scanner', 'imprimer مرحبا', false],
  ['Imprimer, scanner', '???', false],
])('[UX-29] in « %s » the search « %s » is found: %s', (text, search, found) => {
  expect(matchesWords(text, search)).toBe(found)
})
