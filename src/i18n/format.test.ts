import { describe, expect, test } from 'vitest'
import { formatIn } from './format.ts'
import { loadWords, wordsIn } from './init.ts'
import { languageOf } from './languages.ts'
import { listLabelsIn } from './listLabels.ts'

async function formatsOf(code: string) {
  const language = languageOf(code)
  await loadWords(language)
  return formatIn(code, wordsIn(language).getFixedT(code, 'common'))
}

const spaces = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('in French', async () => {
  const format = await formatsOf('fr')

  test.each([
    [5, '5 min'],
    [60, '1 h'],
    [185, '3 h 05'],
    [0, '0 min'],
  ])('[WORD-6] %i minutes read « %s »', (minutes, expected) => {
    expect(spaces(format.duration(minutes))).toBe(expected)
  })

  test('[WORD-6] days, times and figures are written the French way', () => {
    expect(format.day('2026-11-24')).toBe('mardi 24 novembre')
    expect(format.dayAndYear('2026-11-24')).toBe('mardi 24 novembre 2026')
    expect(format.day('2026-11-01')).toBe('dimanche 1er novembre')
    expect(format.dayAndYear('2027-01-01')).toBe('vendredi 1er janvier 2027')
    expect(format.day('2026-11-11')).toBe('mercredi 11 novembre')
    expect(format.day('2026-11-24', '2026-01-02')).toBe('mardi 24 novembre')
    expect(format.day('2025-11-24', '2026-01-02')).toBe('lundi 24 novembre 2025')
    expect(format.shortDay('2026-11-01')).toBe('01/11/2026')
    expect(format.shortDay('2026-11-04')).toBe('04/11/2026')
    expect([1, 7].map(format.weekday)).toEqual(['lundi', 'dimanche'])
    expect(spaces(format.clock('08:50'))).toBe('8 h 50')
    expect(spaces(format.clock('09:00'))).toBe('9 h')
    expect(spaces(format.number(4812))).toBe('4 812')
    expect(spaces(format.percent(0.78))).toBe('78 %')
    expect(spaces(format.bytes(12_400_000))).toBe('12,4 Mo')
    expect(format.list(['Banlay', 'Courlis'])).toBe('Banlay et Courlis')
  })
})

test.each(['fr', 'en', 'ar'])('[LANG-5] in %s days are Gregorian and figures Latin', async (code) => {
  const format = await formatsOf(code)
  const said = [
    format.dayAndYear('2026-11-24'),
    format.number(4812),
    format.duration(185),
    format.clock('08:50'),
  ]
  expect(said.join(' ')).not.toMatch(/[\u0660-\u0669\u06f0-\u06f9]/)
  expect(said[0]).toContain('24')
  expect(said[0]).toContain('2026')
})

test.each(['en', 'ar'])('[LANG-5] in %s the first of a month is not written the French way', async (code) => {
  expect((await formatsOf(code)).dayAndYear('2026-11-01')).not.toMatch(/1er/)
})

test('[NAME-4] a short text where there is one, the whole name otherwise', () => {
  const { label, short } = listLabelsIn(wordsIn(languageOf('fr')))
  expect([label('ageBands', '18-25'), short('ageBands', '18-25')]).toEqual(['18 à 25 ans', '18 à 25'])
  expect(short('ageBands', '70plus')).toBe('70 ans et plus')
  expect(label('procedures', 'ameli.create')).toBe('Ouvrir un compte ameli')
})

test('[WORDS-4] a missing word and a missing value fail a test', () => {
  const { t } = wordsIn(languageOf('fr'))
  expect(() => t('nowhere.title' as 'action.cancel')).toThrow('no word for common:nowhere.title')
  expect(() => t('title.page', {} as { page: string })).toThrow('no value for {{page}}')
})
