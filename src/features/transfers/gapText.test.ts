import { expect, test } from 'vitest'
import { formatIn } from '#i18n/format.ts'
import { wordsIn } from '#i18n/init.ts'
import { french } from '#i18n/languages.ts'
import { gapText } from './gapText.ts'

const words = wordsIn(french)
await words.loadNamespaces(['common', 'transfers'])
const format = formatIn('fr', words.getFixedT('fr', 'common'))
const t = words.getFixedT('fr', 'transfers')

test.each([
  [195, '3 h 15'],
  [48 * 60, '48 h'],
  [49 * 60, '2 jours'],
  [300 * 24 * 60, '300 jours'],
  [87_660 * 60, '10 ans'],
  [498_801 * 60 + 15, '56 ans'],
])('[STATE-3] a clock that is off by %i minutes is off by « %s »', (minutes, said) => {
  expect(gapText(minutes, format, t).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(said)
})
