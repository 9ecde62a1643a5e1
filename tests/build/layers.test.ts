import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const client = join(import.meta.dirname, '../../dist/client')
const read = (path: string): string => readFileSync(join(client, path), 'utf8')

test('[LOOK-12] the first sheet of the page decides the order of the layers, whatever screen comes next', () => {
  const [, first = ''] = /<link rel="stylesheet"[^>]* href="\/([^"]+)"/.exec(read('index.html')) ?? []
  const named = [...read(first).matchAll(/@layer ([\w, ]+)/g)].flatMap(([, names = '']) => names.split(','))
  expect([...new Set(named.map((name) => name.trim()))]).toEqual([
    'reset',
    'tokens',
    'base',
    'ui',
    'features',
  ])
})
