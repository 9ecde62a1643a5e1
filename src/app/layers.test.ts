import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const layersOf = (css: string) => /@layer [\w, ]+;/.exec(css)?.[0]

test('[LOOK-12] the order of the layers is the first thing the page learns about looks', () => {
  const [first] = [...read('index.html').matchAll(/<link rel="stylesheet" href="([^"]+)"/g)]
  expect(first?.[1]).toBe('/layers.css')
  expect(layersOf(read('public/layers.css'))).toBe(layersOf(read('src/ui/base.css')))
})
