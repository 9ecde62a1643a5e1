import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What each folder of src/ may import from the others. */
const folders: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  content: ['domain'],
  protocol: ['domain'],
  storage: ['domain', 'content', 'protocol'],
  sync: ['domain', 'protocol', 'storage'],
  ui: [],
  i18n: [],
  features: ['domain', 'content', 'protocol', 'storage', 'sync', 'ui', 'i18n'],
  app: ['domain', 'content', 'protocol', 'storage', 'sync', 'ui', 'i18n', 'features'],
  server: ['domain', 'protocol'],
}

/** Which folders may import a package. One that is absent here is forbidden everywhere. */
const screens = ['ui', 'i18n', 'features', 'app']
const packages: Readonly<Record<string, readonly string[]>> = {
  '@fontsource-variable': ['ui', 'app'],
  '@hono/node-server': ['server'],
  canonicalize: ['domain', 'protocol'],
  dexie: ['storage'],
  'dexie-react-hooks': ['storage'],
  hono: ['server'],
  i18next: ['i18n'],
  'lucide-react': ['ui'],
  'node:': ['server'],
  react: ['storage', 'sync', ...screens],
  'react-dom': ['ui'],
  'react-dom/client': ['app'],
  'react-i18next': ['i18n', 'features', 'app'],
  'react-router': ['ui', 'features', 'app'],
  uqr: ['ui'],
  valibot: Object.keys(folders),
  'workbox-window': ['app'],
}

type Phrase = {
  readonly what: string
  readonly say: RegExp
  readonly owners: readonly string[]
  readonly files?: string
}

/** What code may not say, and the places that own it. */
const phrases: readonly Phrase[] = [
  {
    what: 'crypto.subtle',
    say: /\bcrypto\s*\.\s*subtle\b|\bsubtle\b[^=;]*}\s*=/,
    owners: ['storage/vault/', 'server/'],
  },
  { what: 'fetch', say: /(?<![.\w])fetch\(|\b(globalThis|window|self)\.fetch\b/, owners: ['sync/'] },
  { what: 'Math.random', say: /\bMath\s*\.\s*random\b/, owners: ['ui/', 'features/', 'app/'] },
  {
    what: 'HTML from data',
    say: /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML/,
    owners: [],
  },
  { what: 'a silenced check', say: /biome-ignore|@ts-(ignore|nocheck|expect-error)/, owners: [] },
  {
    what: 'a physical side', // the same page is read from the right in Arabic
    say: /\b(margin|padding|border|borderTop|borderBottom)(Left|Right)\b|textAlign: '(left|right)'/,
    owners: [],
  },
  {
    what: 'a physical side',
    say: /(^|[\s;{])((scroll-)?(margin|padding)-|border-((top|bottom)-)?)?(left|right)(-[\w-]+)?\s*:.*[;}]|\b(text-align|float|clear)\s*:\s*(left|right)\b/m,
    owners: [],
    files: '.css',
  },
]

const blockComments = /\/\*(?!.*biome-ignore)[\s\S]*?\*\//g
const typesOfI18next = /import type [^\n]* from 'i18next'/g
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

/** Every breach in one file, each as a sentence. @param path inside src/, with slashes */
function breaches(path: string, text: string): readonly string[] {
  const code = text.replace(blockComments, '').replace(typesOfI18next, '')
  const names = [...code.matchAll(/(?:\bfrom|\bimport\(?|@import)\s*['"]([^'"\s]+)['"]/g)].map(
    (match) => match[1] ?? '',
  )
  const imports = names.filter((name) => isForbidden(path, name)).map((name) => `${path} imports ${name}`)
  const said = phrases.filter(
    ({ say, owners, files = '' }) =>
      path.includes(files) && say.test(code) && !owners.some((place) => path.startsWith(place)),
  )
  return isTest(path) ? imports : [...imports, ...said.map(({ what }) => `${path}: ${what}`)]
}

function isForbidden(path: string, name: string): boolean {
  const [folder = '', feature] = path.split('/')
  if (name.startsWith('./')) return false
  if (name.startsWith('../')) return folder !== 'i18n' || !name.startsWith('../../locales/')
  if (isTest(path)) return false // a test may join both ends, such as the device and the real server
  if (name.startsWith('#')) {
    const [target = '', other] = name.slice(1).split('/')
    if (target === folder) return folder === 'features' && other !== feature
    return folders[folder]?.includes(target) !== true
  }
  return owners(name)?.includes(folder) !== true
}

function owners(name: string): readonly string[] | undefined {
  const key = Object.keys(packages)
    .filter((key) => name === key || name.startsWith(key.endsWith(':') ? key : `${key}/`))
    .reduce((longest, key) => (key.length > longest.length ? key : longest), '')
  return packages[key]
}

test('[ARCH-3] every file of src/ imports and says only what its folder may', () => {
  const files = globSync('src/**/*.{ts,tsx,css}')
  const found = files.flatMap((file) =>
    breaches(file.replaceAll('\\', '/').replace('src/', ''), readFileSync(file, 'utf8')),
  )
  console.log(`Import law: ${files.length} files seen.`)
  expect(files.length).toBeGreaterThan(1)
  expect(found).toEqual([])
})

test.each([
  ['domain/visit.ts', "import { db } from '#storage/db.ts'"],
  ['protocol/sync.ts', "import { guides } from '#content/guides.ts'"],
  ['server/api.ts', "export { push } from '#sync/push.ts'"],
  ['ui/Field.tsx', "import { day } from '#domain/day.ts'"],
  ['features/visits/JournalPage.tsx', "import { lock } from '#features/access/lock.ts'"],
  ['features/visits/JournalPage.tsx', "const page = import('#app/routes.tsx')"],
  ['storage/visits.ts', "import { day } from '../domain/day.ts'"],
  ['storage/visits.test.ts', "import { day } from '../domain/day.ts'"],
  ['features/visits/HalfDayList.tsx', "import { liveQuery } from 'dexie'"],
  ['features/visits/HalfDayList.tsx', "import i18next from 'i18next'"],
  ['storage/db.ts', "import { readFileSync } from 'node:fs'"],
  ['app/main.tsx', "import _ from 'lodash'"],
  ['ui/app.css', "@import 'somewhere/else.css'"],
  ['ui/Card.module.css', '.card { margin-left: 1rem }'],
  ['ui/Card.module.css', '.card { right: 0 }'],
  ['ui/Card.module.css', '.card { border-top-left-radius: 0 }'],
  ['ui/Card.tsx', 'const style = { paddingLeft: 4 }'],
  ['storage/db.ts', 'await crypto.subtle.digest(x, y)'],
  ['sync/push.ts', 'const { subtle } = globalThis.crypto'],
  ['features/visits/save.ts', "await fetch('/api/operations')"],
  ['sync/retry.ts', 'const wait = Math.random() * 1000'],
  ['storage/vault/seal.ts', 'const iv = Math.random()'],
  ['app/main.tsx', 'root.innerHTML = name'],
  ['app/main.tsx', '// @ts-expect-error later'],
])('[ARCH-3] a fault planted in %s is found: %s', (path, text) => {
  expect(breaches(path, text)).toHaveLength(1)
})

test.each([
  [
    'storage/visits.ts',
    "import { day } from '#domain/day.ts'\nimport Dexie from 'dexie'\nimport { db } from './db.ts'",
  ],
  ['features/visits/visitLabel.ts', "import type { TFunction } from 'i18next'"],
  ['i18n/init.ts', "import fr from '../../locales/fr/common.json'\nimport i18next from 'i18next'"],
  ['sync/signedFetch.ts', "const answer = await fetch('/api/changes')"],
  ['storage/vault/seal.ts', 'await crypto.subtle.encrypt(a, b, c)'],
  [
    'server/api.ts',
    "import { Hono } from 'hono'\nimport { bodyLimit } from 'hono/body-limit'\nawait app.fetch(request)",
  ],
  ['ui/Card.module.css', '.card { margin-inline-start: 0; inset-inline-end: 0; text-align: start }'],
])('[ARCH-3] what the law allows in %s passes', (path, text) => {
  expect(breaches(path, text)).toEqual([])
})
