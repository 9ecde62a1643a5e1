import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type Rolldown } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

type Handler = (request: Request) => Promise<Response>

const devModule = '/src/server/dev.ts'

/**
 * Answers /api/* in `vite dev` with the real API, so that development is the whole product on one origin.
 * Started at once, because it prints the set-up link; made again when one of its files has changed.
 */
function devApi(): Plugin {
  return {
    name: 'permanence:dev-api',
    apply: 'serve',
    configureServer(server) {
      let loaded: unknown
      let handler: Promise<Handler> | undefined
      const current = async (): Promise<Handler> => {
        const module = await server.ssrLoadModule(devModule)
        if (handler === undefined || module !== loaded) {
          loaded = module
          handler = module.createDevApi() as Promise<Handler>
        }
        return handler
      }
      const listener = getRequestListener(async (request) => (await current())(request), {
        overrideGlobalObjects: false,
      })
      server.httpServer?.once('listening', () => {
        current().catch((error: unknown) => server.config.logger.error(`The API does not start: ${error}`))
      })
      server.middlewares.use((request, response, next) => {
        if (request.url?.startsWith('/api/')) listener(request, response).catch(next)
        else next()
      })
    },
  }
}

/**
 * The worker serves the precached files and nothing else: no runtime caching, no API, no other method than GET.
 * It claims the page of a first visit, which would otherwise stay without offline use until the next one;
 * a later version waits for the person's agreement (`prompt`), so nothing is reloaded under a form.
 */
function serviceWorker(): Plugin[] {
  return VitePWA({
    filename: 'sw.js',
    injectRegister: false, // Trusted Types: src/app registers it through its own policy
    registerType: 'prompt',
    includeManifestIcons: false, // the patterns below find them
    manifest: {
      id: '/',
      name: 'Permanence',
      short_name: 'Permanence',
      description: 'Le carnet des permanences numériques de quartier, utilisable sans réseau.',
      lang: 'fr',
      dir: 'ltr',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      theme_color: '#073d4b',
      background_color: '#fbf8f3',
      icons: [
        { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    workbox: {
      inlineWorkboxRuntime: true, // Trusted Types refuse importScripts: without it, no page offline
      navigateFallback: '/index.html',
      navigateFallbackDenylist: [/^\/api\//],
      globPatterns: ['**/*.{html,js,css,woff2,svg,png,ico}'],
      cleanupOutdatedCaches: true,
      clientsClaim: true,
      skipWaiting: false,
      sourcemap: false,
    },
  })
}

/** Dexie also publishes its code for today's browsers: smaller, and with the browser's own async functions. */
export const alias = [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }]

/** Translators' notes (keys starting with @) stay in the source: nobody downloads them. */
function withoutNotes(): Plugin {
  return {
    name: 'permanence:without-notes',
    apply: 'build',
    transform: {
      order: 'pre',
      filter: { id: /\/locales\/.*\.json$/ },
      handler: (code) =>
        JSON.stringify(JSON.parse(code, (key, value) => (key.startsWith('@') ? undefined : value))),
    },
  }
}

/** Everything that the journal imports, whatever else does: one file, and nothing that it opens later (`later.tsx`). */
function ofTheJournal(id: string, chunking: Rolldown.ChunkingContext): 'journal' | null {
  if (needed.size === 0) {
    const waiting = [JournalPage]
    for (const module of waiting) {
      needed.add(module)
      waiting.push(
        ...(chunking.getModuleInfo(module)?.importedIds ?? []).filter((other) => !needed.has(other)),
      )
    }
  }
  return needed.has(id) ? 'journal' : null
}
const JournalPage = join(import.meta.dirname, 'src/features/visits/JournalPage.tsx')
const needed = new Set<string>()

/**
 * Libraries apart, because they change less often than our code and an update need not fetch them again.
 * The rest of the first load in one file, because one zipped file is a tenth smaller than thirty.
 */
const chunks = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|react-router|scheduler)[\\/]/, priority: 3 },
  { name: 'dexie', test: /node_modules[\\/](dexie|dexie-react-hooks)[\\/]/, priority: 3 },
  { name: 'i18next', test: /node_modules[\\/](i18next|react-i18next)[\\/]/, priority: 3 },
  // A language has a budget of its own (P-2), and changes when words do.
  { name: 'fr', tags: ['$initial' as const], test: /locales[\\/]fr[\\/]/, priority: 4 },
  // Not the entry: it waits for the first screen, and a screen that imported from it would wait for it in turn.
  {
    name: 'first',
    tags: ['$initial' as const],
    test: /src[\\/](?!app[\\/]main\.tsx)|locales|node_modules/,
    priority: 2,
  },
  { name: ofTheJournal, debugName: 'journal', test: /src[\\/]/, priority: 1 },
  { name: 'shared', test: /src[\\/]/, minShareCount: 2, priority: 0 },
]

/** Reading a property or a global of the browser does nothing else here, nor in the libraries: 1 kB of what is unused goes. */
const treeshake = { propertyReadSideEffects: false, unknownGlobalSideEffects: false } as const

export default defineConfig(({ isSsrBuild = false, command }) => ({
  resolve: { alias },
  plugins: [react(), devApi(), withoutNotes(), isSsrBuild ? [] : serviceWorker()],
  // Everything is bundled, so that the server starts with Node and dist/ alone.
  ...(command === 'build' && isSsrBuild ? { ssr: { noExternal: true } } : {}),
  build: {
    outDir: isSsrBuild ? 'dist/server' : 'dist/client',
    copyPublicDir: !isSsrBuild,
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // the content security policy allows no data: address
    ...(isSsrBuild ? {} : { rolldownOptions: { treeshake, output: { codeSplitting: { groups: chunks } } } }),
  },
  server: { port: 5173, strictPort: true }, // src/server/dev.ts prints this address in the set-up link
}))
