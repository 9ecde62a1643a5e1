import { defineConfig } from '@playwright/test'
import { browserFlags, findBrowser } from './tests/chromium.ts'

const ci = process.env.CI !== undefined

/** Drives what `npm run build` made; each test file starts its own server on a free loopback port. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  workers: 2,
  // Waits are bounded; a machine shared with others may be slower than any bound. What fails is tried again twice on
  // such a machine, and the report says « flaky »; a fault of the product fails three times.
  retries: ci ? 2 : 0,
  forbidOnly: ci,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ...(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['json'] as const] : [])],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: findBrowser(), args: [...browserFlags] },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1366, height: 768 },
    screenshot: 'off',
    trace: 'off',
    video: 'off',
  },
})
