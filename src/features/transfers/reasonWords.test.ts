import { expect, test } from 'vitest'
import { wordsIn } from '#i18n/init.ts'
import { french } from '#i18n/languages.ts'
import { reasons } from './reasonWords.ts'

test('[TEST-9] every reason that keeps a record waiting has words', async () => {
  const words = wordsIn(french)
  await words.loadNamespaces('transfers')
  const silent = reasons.filter((reason) => !words.exists(`transfers:reason.${reason}`))
  expect(silent).toEqual([])
})
