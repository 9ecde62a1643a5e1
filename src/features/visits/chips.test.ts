import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>

const read = (language: string, file: string) =>
  JSON.parse(readFileSync(new URL(`../../../locales/${language}/${file}.json`, import.meta.url), 'utf8'))
const plain = (text: string) => text.replaceAll(/\s/g, ' ').toLowerCase()

test.each(['fr', 'en'])(
  '[NAME-4] in %s the text of each button is contained in its full name',
  (language) => {
    const lists: Texts = read(language, 'lists')
    const chips: Texts = read(language, 'visits').chip
    const apart = Object.entries(chips).flatMap(([list, texts]) =>
      Object.entries(texts).filter(([code, text]) => !plain(lists[list]?.[code] ?? '').includes(plain(text))),
    )
    expect(Object.keys(chips)).toContain('procedures')
    expect(apart).toEqual([])
  },
)

test.each(['fr', 'en'])(
  '[KEY-2] in %s each outcome has a letter of its own, free of the other shortcuts',
  (language) => {
    const letters: readonly string[] = Object.values(read(language, 'visits').outcome.keys)
    expect(new Set(letters).size).toBe(letters.length)
    expect(letters.filter((letter) => !/^[a-z]$/.test(letter) || ['n', 'g'].includes(letter))).toEqual([])
  },
)
