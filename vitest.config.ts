import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { browserFlags, findBrowser } from './tests/chromium.ts'
import { alias } from './vite.config.ts'

const browserTests = 'src/**/*.browser.test.{ts,tsx}'
const setupFiles = ['tests/setup.ts']

/** Far from the field, so that a day computed from the machine's zone shows. */
const timezoneId = 'Pacific/Auckland'

/** Milliseconds; no test asserts a time, and a busy machine is no fault. */
const patience = 30_000

/** Named here, or Vite finds them while tests run and reloads the page under them. */
const libraries = [
  'canonicalize',
  'dexie',
  'dexie-react-hooks',
  'fast-check',
  'hono',
  'i18next',
  'lucide-react',
  'react',
  'react/jsx-dev-runtime',
  'react/jsx-runtime',
  'react-dom',
  'react-dom/client',
  'react-i18next',
  'react-router',
  'react-router/dom',
  'uqr',
  'valibot',
  'workbox-window',
]

export default defineConfig({
  plugins: [react()],
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          env: { TZ: timezoneId },
          include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
          exclude: [browserTests, 'tests/build/**'],
          testTimeout: patience,
          setupFiles,
        },
      },
      {
        extends: true,
        test: { name: 'build', environment: 'node', include: ['tests/build/*.test.ts'], setupFiles },
      },
      {
        extends: true,
        optimizeDeps: { include: libraries },
        test: {
          name: 'browser',
          include: [browserTests],
          testTimeout: patience,
          setupFiles,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: findBrowser(),
                args: [...browserFlags],
                env: { ...process.env, TZ: timezoneId },
              },
              contextOptions: { locale: 'fr-FR', timezoneId },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 1366, height: 768 } }],
          },
        },
      },
    ],
  },
})
