import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { areas, french, languages } from '#i18n/languages.ts'
import {
  allTexts,
  codeKey,
  codesByList,
  namespacesOf,
  pluralsOf,
  sameAsFrench,
  sources,
  textsOf,
  usedIn,
  variablesOf,
  withoutForm,
} from './localeFiles.ts'
import { resourceTypes } from './localeTypes.ts'

const translations = languages.filter((language) => language !== french)

/** The namespaces that a language claims to hold whole. */
const promised = (language: (typeof languages)[number]) => language.complete.flatMap((area) => areas[area])

test('[LANG-2] every file of words belongs to one area', () => {
  const inAreas = Object.values(areas).flat()
  expect([...new Set(inAreas)]).toEqual(inAreas)
  expect(namespacesOf('fr').toSorted()).toEqual(inAreas.toSorted())
})

describe.each(translations)('$code', (language) => {
  test('[LANG-2] has every file of the areas it claims, and no half-translated one', () => {
    expect(namespacesOf(language.code).toSorted()).toEqual(promised(language).toSorted())
  })

  test.each(promised(language))('[WORDS-5] %s: same keys and same variables as in French', (namespace) => {
    const [source, translated] = [textsOf('fr', namespace), textsOf(language.code, namespace)]
    const places = (texts: typeof source) => [...new Set([...texts.keys()].map(withoutForm))].toSorted()
    expect(places(translated)).toEqual(places(source))

    const wrong = [...translated].filter(([key, text]) => {
      const expected = variablesOf(source.get(key) ?? source.get(`${withoutForm(key)}_other`) ?? '')
      const found = variablesOf(text)
      // « one » and « two » may say the number in a word.
      const numberSaid = /_(zero|one|two)$/.test(key) ? expected.filter((name) => name !== 'count') : expected
      return found.join() !== expected.join() && found.join() !== numberSaid.join()
    })
    expect(wrong).toEqual([])
  })

  test('[UX-21] nothing is left in French', () => {
    const frenchTexts = new Map(allTexts('fr').map(({ key, text }) => [key, plain(text)]))
    const left = allTexts(language.code).filter(
      ({ key, text }) =>
        frenchTexts.get(key) === plain(text) &&
        /\p{L}{2}/u.test(text.replaceAll(/\{\{.*?\}\}/g, '')) &&
        !sameAsFrench[language.code]?.includes(plain(text)),
    )
    expect(left).toEqual([])
  })
})

describe.each(languages)('$code', ({ code }) => {
  test('[LANG-2] every number has the forms of the language', () => {
    const needed = new Intl.PluralRules(code).resolvedOptions().pluralCategories.toSorted()
    const wrong = namespacesOf(code).flatMap((namespace) =>
      [...pluralsOf(textsOf(code, namespace))]
        .filter(([, forms]) => forms.toSorted().join() !== needed.join())
        .map(([key, forms]) => `${namespace}:${key} has ${forms.join(', ')}`),
    )
    expect(wrong, `needed: ${needed.join(', ')}`).toEqual([])
  })

  test('[WORD-2] no word that blames, hides or shouts', () => {
    expect(allTexts(code).filter(({ text }) => forbidden[code]?.test(text))).toEqual([])
  })

  test('[WORDS-5] apostrophes, dots and spaces are typographic', () => {
    expect(allTexts(code).filter(({ text }) => /'|"|\.\.\.| {2}|^\s|\s$/.test(text))).toEqual([])
  })
})

/** WORD-2 and WORD-4: what is never put in front of anybody. */
const forbidden: Readonly<Record<string, RegExp>> = {
  fr: /synchro|\bstock|hors[- ]ligne|\bsession|\btoken|\boups|invalide|veuillez|!/i,
  en: /\bsync|\boffline|\bsession|\btoken|\boops|\binvalid\b|!/i,
  ar: /!/,
}

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')

test('[WORD-6] French punctuation is held to its word by a no-break space', () => {
  const loose = allTexts('fr').filter(({ text }) =>
    / [:;?!»]|« |[^\s\u00a0\u202f\d:][;?»]|[^\s\u00a0\u202f]:(?=\s|$)/.test(text),
  )
  expect(loose).toEqual([])
})

test('[WORD-5] pages open to residents have no median point', () => {
  const open = allTexts('fr').filter(({ key }) => areas.common.includes(key.slice(0, key.indexOf(':'))))
  expect(open.filter(({ text }) => /\p{L}·\p{L}/u.test(text))).toEqual([])
})

test('[WORDS-5] every word is used', () => {
  const isUsed = usedIn(sources())
  const unused = allTexts('fr').filter(({ key }) => {
    const [namespace = '', place = ''] = key.split(':')
    if (namespace === 'lists' || namespace === 'otherLists') return false // their keys are codes
    return !isUsed(withoutForm(place))
  })
  expect(unused).toEqual([])
})

describe('lists', () => {
  const codes = codesByList()
  const words = (language: string) =>
    new Map([...textsOf(language, 'lists'), ...textsOf(language, 'otherLists')])

  test('[NOM-7] a code without its dots and hyphens is alone in its list', () => {
    for (const [list, of] of codes) expect(new Set(of.map(codeKey)).size, list).toBe(of.length)
  })

  test('[NOM-6] attributes are of codes that exist, and none of them is in what a form loads', () => {
    const inForms =
      /^(code|group|since|until|successor|exclusive|parent|min|max|minutes|default|defaultRole|minRole|contexts)$/
    const files = globSync('src/domain/lists/*.json')
    expect(files.length).toBeGreaterThan(70)
    for (const path of files) {
      const { items, groups = [] }: { items: object[]; groups?: object[] } = JSON.parse(
        readFileSync(path, 'utf8'),
      )
      const named = [...items, ...groups].flatMap((item) => Object.keys(item))
      expect(
        named.filter((name) => !inForms.test(name)),
        path,
      ).toEqual([])
    }
    for (const path of globSync('src/domain/lists/attributes/*.json')) {
      const list = basename(path, '.json')
      const { items = {}, groups = {} } = JSON.parse(readFileSync(path, 'utf8'))
      const unknown = (of: object, known: readonly string[] = []) =>
        Object.keys(of).filter((code) => !known.includes(code))
      expect(unknown(items, codes.get(list)), path).toEqual([])
      expect(unknown(groups, codes.get(`${list}Groups`)), path).toEqual([])
    }
  })

  test.each(['fr', 'en'])('[NOM-6] in %s every code has its word and every word its code', (language) => {
    const expected = [...codes].flatMap(([list, of]) => of.map((code) => `${list}.${codeKey(code)}`))
    const found = [...words(language).keys()].filter((key) => !/^\w+Short\./.test(key))
    expect(expected.length).toBeGreaterThan(850)
    expect(found.toSorted()).toEqual(expected.toSorted())
  })

  test.each(['fr', 'en'])('[NAME-4] in %s a short text is contained in the whole name', (language) => {
    const texts = words(language)
    const apart = [...texts].filter(([key, text]) => {
      const whole = texts.get(key.replace(/Short\./, '.'))
      return key.includes('Short.') && !whole?.toLowerCase().includes(text.toLowerCase())
    })
    expect(apart).toEqual([])
  })
})

describe('types of the words', () => {
  const folder = new URL('../node_modules/.cache/words/', import.meta.url)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('[WORDS-4] are those of the French files: otherwise run `node tests/localeTypes.ts`', () => {
    const written = readFileSync(new URL('../src/i18n/resources.d.ts', import.meta.url), 'utf8')
    expect(written === resourceTypes()).toBe(true)
  })

  test('[UX-22] an unknown key, a missing variable and a missing count fail the type check', () => {
    const faults = ["t('title.nope')", "t('title.page')", "t('unit.visits')"]
    const rights = ["t('action.cancel')", "t('title.page', { page: 'x' })", "t('unit.visits', { count: 2 })"]
    mkdirSync(folder, { recursive: true })
    const files = ['../../../src/i18n/resources.d.ts', 'words.ts']
    const settings = { extends: '../../../tsconfig.json', compilerOptions: { types: [] }, include: [], files }
    writeFileSync(new URL('tsconfig.json', folder), JSON.stringify(settings))
    writeFileSync(
      new URL('words.ts', folder),
      `import { t } from 'i18next'\n${[...faults, ...rights].map((line) => `${line}\n`).join('')}`,
    )
    const { stdout } = spawnSync('tsc', [
      '-p',
      new URL('tsconfig.json', folder).pathname,
      '--pretty',
      'false',
    ])
    const lines = [...String(stdout).matchAll(/words\.ts\((\d+),/g)].map(([, line]) => Number(line))
    expect(lines, String(stdout)).toEqual([2, 3, 4])
  })
})
