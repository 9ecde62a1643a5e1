import type { Figure } from '../figure.ts'
import { call, openBench } from './call.ts'
import { journalOpens, setUp } from './setUp.ts'
import { builtFiles, kilobytes, zippedKilobytes } from './size.ts'

/** What the browser itself asked for before the journal could be used: no list of chunks to keep up to date. */
export const firstLoad: Figure = {
  id: 'P-1',
  title: 'First-load JavaScript of the staff journal, zipped',
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
    const scripts = new Set<string>()
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (request.serviceWorker() === null && pathname.endsWith('.js')) scripts.add(pathname.slice(1))
    })
    await page.goto(`${server.origin}/journal`)
    await journalOpens(page)
    const own = [...scripts].filter((path) => path !== 'sw.js')
    const sizes = own.map(zippedKilobytes)
    const largest = own
      .map((path, at) => ({ path, size: sizes[at] ?? 0 }))
      .sort((a, b) => b.size - a.size)
      .slice(0, 4)
      .map(({ path, size }) => `${path.replace(/^assets\/|-[\w-]{8}\.js$/g, '')} ${size.toFixed(0)}`)
    return [
      {
        what: 'First-load JavaScript of the staff journal, zipped',
        value: sizes.reduce((sum, size) => sum + size, 0),
        unit: 'kB',
        max: 210,
        note: `${own.length} files: ${largest.join(', ')}…`,
      },
    ]
  },
}

export const sizes: Figure = {
  id: 'P-2',
  title: 'A language and the Latin font',
  budget: 'a language at most 20 kB zipped, the Latin font at most 40 kB',
  run: async () => [
    { what: 'Largest language, zipped', value: largestLanguage(), unit: 'kB', max: 20 },
    {
      what: 'Latin font',
      value: Math.max(...builtFiles(/-latin-[^/]*\.woff2$/).map(kilobytes)),
      unit: 'kB',
      max: 40,
    },
  ],
}

function largestLanguage(): number {
  return 0
}
