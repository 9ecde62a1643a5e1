import { expect, test } from 'vitest'
import { formatIn } from '#i18n/format.ts'
import { wordsIn } from '#i18n/init.ts'
import { french } from '#i18n/languages.ts'
import { listLabelsIn } from '#i18n/listLabels.ts'
import type { VisitWords } from './useVisitWords.ts'
import { outcomeTone, secondLine, visitLabel } from './visitLabel.ts'
import { fieldName, valueText } from './visitText.ts'

const i18n = wordsIn(french)
const labels = listLabelsIn(i18n)
const words: VisitWords = {
  t: i18n.getFixedT(null, ['visits', 'common']),
  ...labels,
  chip: labels.short,
  format: formatIn('fr', i18n.getFixedT(null, 'common')),
}
const plain = (text: string | undefined) => text?.replaceAll(/\s/g, ' ')

test('[NAME-3] a visit is called by its number, procedures, age, duration and outcome', () => {
  const facts = {
    rank: 9,
    procedures: ['caf.create'],
    ageBand: '40-59',
    minutes: 30,
    outcome: 'doneTogether',
  }
  expect(plain(visitLabel(facts, words))).toBe('Visite n° 9, Compte CAF, 40 à 59 ans, 30 min, Fait sur place')
})

test('[NAME-3] what was not asked is not said', () => {
  expect(plain(visitLabel({ rank: 2, outcome: 'turnedAway', minutes: 0 }, words))).toBe(
    'Visite n° 2, Sans démarche, Personne non reçue, faute de créneau',
  )
})

test('[E-1] the second line says how long, and the one thing worth a glance', () => {
  const line = (facts: Parameters<typeof secondLine>[0]) => secondLine(facts, words).map(plain)
  expect(line({ minutes: 30, posture: 'together' })).toEqual(['30 min', 'Faire avec'])
  expect(line({ missing: ['taxNotice'], posture: 'together' })).toEqual(['manque : Avis d’impôt'])
  expect(line({ minutes: 15, 'referredTo.structure': 'caf', missing: ['bank'] })).toEqual([
    '15 min',
    'vers : CAF',
  ])
})

test.each([
  ['doneTogether', 'ok'],
  ['toResume', 'warn'],
  ['blocked', 'stop'],
  ['referred', 'plain'],
  [undefined, 'plain'],
])('[E-1] %s is shown as %s, and its word says the same', (outcome, tone) => {
  expect(outcomeTone(outcome)).toBe(tone)
})

test.each([
  ['minutes', 95, 'Durée', '1 h 35'],
  ['day', '2026-11-24', 'Jour', 'mardi 24 novembre'],
  ['halfDay', 'pm', 'Demi-journée', 'Après-midi'],
  ['procedures', ['caf.create'], 'Démarches', 'Créer un compte CAF'],
  ['devices', ['computer', 'phone'], 'Matériel utilisé', 'Ordinateur et Téléphone'],
  ['referredTo.structure', 'caf', 'Vers quel service ?', 'CAF'],
  ['details.cafcreate.outcome', 'toResume', 'Créer un compte CAF', 'À reprendre'],
  ['mandate.ref', 'M-12', 'Numéro du mandat signé', 'M-12'],
])('[SYN-31] the field %s and its value are told in the words of the form', (field, value, name, text) => {
  expect(plain(fieldName(field, words))).toBe(name)
  expect(plain(valueText(field, value, words))).toBe(text)
})

test('[SYN-31] what no person fills in is not told', () => {
  expect(fieldName('eventId', words)).toBeUndefined()
  expect(fieldName('rank', words)).toBeUndefined()
})
