import { globSync, readFileSync } from 'node:fs'
import { matchPath } from 'react-router'
import { expect, test } from 'vitest'
import { wordsIn } from '#i18n/init.ts'
import { french } from '#i18n/languages.ts'
import { paths } from './paths.ts'
import { type Screen, screens } from './screens.ts'

const all: readonly Screen[] = Object.values(screens)

test('[TEST-9] every screen has a title and somebody who may open it', () => {
  expect(all.length).toBeGreaterThan(10)
  for (const { path, title, roles } of all) {
    expect(wordsIn(french).exists(`app:title.${title}`), path).toBe(true)
    expect(roles.length, path).toBeGreaterThan(0)
  }
})

test('[TEST-9] every address of the product is a screen, or leads to one', () => {
  const aliases = [paths.home, paths.settings]
  const known = [...all.map(({ path }) => path), ...aliases]
  expect(known.toSorted()).toEqual(Object.values(paths).toSorted())
  expect(new Set(known).size).toBe(known.length)
})

test('[NAV-1] every address that a feature writes is one of the product', () => {
  const files = globSync('src/features/**/*.{ts,tsx}').filter((file) => !file.includes('.test.'))
  const written = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\b(?:to=|onStart\()["']?\(?'?(\/[\w/-]*)/g)].map(
      ([, to = '']) => to,
    ),
  )
  expect(written.length).toBeGreaterThan(4)
  const lost = written.filter((to) => !Object.values(paths).some((path) => matchPath(path, to) !== null))
  expect(lost).toEqual([])
})

test('[SEC-71] a screen of the settings is for coordinators only', () => {
  for (const { path, roles } of all) {
    if (path.startsWith(paths.settings)) expect(roles, path).toEqual(['coordinator'])
  }
})
