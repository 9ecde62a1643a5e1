import { expect, test } from 'vitest'
import { siteAnswersOf, siteFactsOf, siteProblems } from './siteAnswers.ts'

const whole = { name: 'Point d’accès', notice: 'CCAS de Nevers', idle: 15 }

test('[E-19] the settings of the site come back as they were said, and what is empty is absent', () => {
  expect(siteAnswersOf(siteFactsOf(whole))).toEqual(whole)
  expect(siteFactsOf({ name: ' Point   d’accès ', notice: ' ', idle: 15 })).toEqual({
    name: 'Point d’accès',
    idleMinutes: 15,
  })
})

test('[STATE-5] each setting that cannot be kept says why, in the order of the form', () => {
  expect(siteProblems(whole)).toEqual([])
  expect(siteProblems({ name: '', notice: 'a'.repeat(281), idle: 31 })).toEqual([
    { field: 'name', type: 'required' },
    { field: 'notice', type: 'tooLong' },
    { field: 'idle', type: 'idleRange' },
  ])
  for (const idle of [4, null, 'abc'])
    expect(siteProblems({ ...whole, idle })).toEqual([{ field: 'idle', type: 'idleRange' }])
})
