import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

/** What `npm run build` left in dist/: read as the browser and a curious person would. */

const client = join(import.meta.dirname, '../../dist/client')
const read = (path: string): string => readFileSync(join(client, path), 'utf8')
const files = (pattern: string): readonly string[] => globSync(pattern, { cwd: client })
const zippedBytes = (path: string): number => gzipSync(readFileSync(join(client, path)), { level: 9 }).length
const kilo = 1000

/** The scripts a page needs before it shows: those of index.html, the named lazy ones, and all they import. */
function scriptsNeeded(...lazy: readonly string[]): readonly string[] {
  const first = [...read('index.html').matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(
    (match) => match[1] ?? '',
  )
  const needed = new Set([...first, ...lazy.flatMap((name) => files(`assets/${name}-*.js`))])
  for (const path of needed) {
    const imports = read(path).matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g)
    for (const [, name] of imports) needed.add(`assets/${name}`)
  }
  return [...needed]
}

test('[P-1] the staff journal needs at most 210 kB of zipped JavaScript, words apart', () => {
  const scripts = scriptsNeeded('journal').filter((path) => !path.startsWith('assets/fr-'))
  const total = scripts.reduce((sum, path) => sum + zippedBytes(path), 0)
  console.log(scripts.map((path) => `${path} ${zippedBytes(path)}`).join('\n'), `\nfirst load ${total} bytes`)
  expect(scripts.length).toBeGreaterThan(1)
  expect(total).toBeLessThanOrEqual(210 * kilo)
})

test('[P-2] the French words of the first screens weigh at most 20 kB', () => {
  const [words, ...others] = files('assets/fr-*.js')
  expect(others).toEqual([])
  expect(zippedBytes(words ?? '')).toBeLessThanOrEqual(20 * kilo)
})

test('[P-2] a Latin font weighs at most 40 kB', () => {
  const heavy = files('**/*-latin-*.woff2').filter((path) => statSync(join(client, path)).size > 40 * kilo)
  expect(heavy).toEqual([])
})

test('[SEC-108] nothing but the product is published: no source map, no test, no hidden file', () => {
  const all = globSync('dist/**/*', { cwd: join(client, '../..') })
  expect(all.length).toBeGreaterThan(5)
  expect(all.filter((path) => /\.map$|\.test\.|[\\/]\./.test(path))).toEqual([])
  const scripts = files('**/*.js').filter((path) => read(path).includes('sourceMappingURL'))
  expect(scripts).toEqual([])
})

test('[SEC-53] the page has no inline script or style, and its styles embed nothing', () => {
  expect(read('index.html')).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/)
  expect(files('**/*.css').filter((path) => /url\(["']?(data:|https?:)/.test(read(path)))).toEqual([])
})

test('[SC-5] the worker answers from the precached files alone, and never for the API', () => {
  const worker = read('sw.js')
  const precached = [...worker.matchAll(/\{url:"([^"]+)"/g)].map((match) => match[1] ?? '')
  const offline = files('**/*.{html,js,css,woff2,svg,png,webmanifest}').filter((path) => path !== 'sw.js')
  expect([...precached].sort()).toEqual([...offline].sort())
  expect(worker).toContain('denylist:[/^\\/api\\//]')
  expect(worker).not.toMatch(/NetworkFirst|StaleWhileRevalidate|CacheFirst|"(POST|PUT|DELETE|PATCH)"/)
})

test('[SEC-56] the worker loads no other script', () => {
  expect(read('sw.js')).not.toContain('importScripts')
})

test('[OPS-19] a first visit is controlled at once, a later version waits to be accepted', () => {
  const worker = read('sw.js')
  expect(worker).toContain('clients.claim()')
  expect(worker.match(/skipWaiting\(\)/g)).toHaveLength(1)
  expect(worker).toMatch(/"SKIP_WAITING"===\w+\.data\.type&&self\.skipWaiting\(\)/)
})

test('[PWA-1] the manifest describes an installable app whose icons have the size they claim', () => {
  const manifest = JSON.parse(read('manifest.webmanifest'))
  expect(manifest).toMatchObject({ id: '/', start_url: '/', scope: '/', display: 'standalone', lang: 'fr' })
  for (const { src, sizes } of manifest.icons) {
    const png = readFileSync(join(client, src))
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes)
  }
})
