import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Figure } from '../figure.ts'
import { call, openBench } from './call.ts'
import { entersJournal, setUp } from './journal.ts'

const root = join(import.meta.dirname, '../../..')
const client = join(root, 'dist/client')

/** What the browser itself asked for before a visit could be logged: no list of chunks to keep up to date. */
export const firstLoad: Figure = {
  id: 'P-1',
  title: 'First-load JavaScript of the staff journal, zipped, words apart',
  budget: 'at most 210 kB',
  run: async (workshop) => {
    const server = await workshop.server()
    const chrome = await workshop.chrome()
    const { page } = chrome
    await openBench(page, server.origin)
    await setUp(page, server)
    await call(page, 'closeDatabase')
    // The worker fetches everything, for later: only what the page itself needs counts.
    const tools = await chrome.tools()
    await tools.send('Network.enable')
    await tools.send('Network.setBypassServiceWorker', { bypass: true })
    // Nor is this page ever idle: what waits for that is no part of the first load.
    await page.addInitScript(() => Reflect.set(globalThis, 'requestIdleCallback', () => 0))
    const asked = new Set<string>()
    page.on('request', (request) => {
      if (request.resourceType() === 'script' && request.serviceWorker() === null) {
        asked.add(new URL(request.url()).pathname.slice(1))
      }
    })
    await page.goto(`${server.origin}/journal`)
    await entersJournal(page)
    // Words have a budget of their own (P-2).
    const scripts = [...asked].filter((path) => /^assets\/(?!fr-)/.test(path))
    const sized = scripts.map((path) => ({ path, size: zipped(readFileSync(join(client, path))) }))
    const largest = sized
      .toSorted((a, b) => b.size - a.size)
      .slice(0, 5)
      .map(({ path, size }) => `${path.replace(/^assets\/|-[\w-]{8}\.js$/g, '')} ${size.toFixed(0)}`)
    const value = sized.reduce((sum, { size }) => sum + size, 0)
    const note = `${scripts.length} files: ${largest.join(', ')}…`
    return [{ what: firstLoad.title, value, unit: 'kB', max: 210, note }]
  },
}

export const sizes: Figure = {
  id: 'P-2',
  title: 'A language and the Latin font',
  budget: 'a language at most 20 kB zipped, the Latin font at most 40 kB',
  run: async () => [
    {
      what: 'Largest language, words of the first screens, zipped',
      value: Math.max(...languages().map(languageSize)),
      unit: 'kB',
      max: 20,
    },
    { what: 'Latin font', value: Math.max(...latinFonts()), unit: 'kB', max: 40 },
  ],
}

/** French is in the first load; another language is fetched for the same screens. */
function languages(): readonly string[] {
  return readdirSync(join(root, 'locales'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'fr')
    .map(({ name }) => name)
}

/** Kilobytes of the words of the first screens as they travel, file by file; the others come with their screens. */
function languageSize(language: string): number {
  const folder = join(root, 'locales', language)
  return readdirSync(folder)
    .filter((name) => /^(common|app|access|visits|lists)\.json$/.test(name))
    .map((name) => zipped(Buffer.from(JSON.stringify(JSON.parse(readFileSync(join(folder, name), 'utf8'))))))
    .reduce((sum, size) => sum + size, 0)
}

function latinFonts(): readonly number[] {
  return readdirSync(client, { recursive: true, encoding: 'utf8' })
    .filter((path) => /-latin-[^/\\]*\.woff2$/.test(path))
    .map((path) => statSync(join(client, path)).size / 1000)
}

function zipped(bytes: Buffer): number {
  return gzipSync(bytes, { level: 9 }).length / 1000
}
