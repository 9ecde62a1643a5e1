import { expect, test } from 'vitest'
import { HeldCode } from '#domain/operation.ts'
import { wordsIn } from '#i18n/init.ts'
import { french } from '#i18n/languages.ts'

/** What the server holds, what the device sets aside, and what it puts in quarantine. */
const reasons = [
  ...HeldCode.options,
  'dayAhead',
  'operation_reused',
  'malformed',
  'too_large',
  'unreadable',
  'kindUnknown',
  'foreignSite',
] as const

test('[TEST-9] every reason that keeps a record waiting has words', async () => {
  const words = wordsIn(french)
  await words.loadNamespaces('correction')
  const silent = reasons.filter((reason) => !words.exists(`correction:reason.${reason}`))
  expect(silent).toEqual([])
})
