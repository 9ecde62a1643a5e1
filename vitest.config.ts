import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { browserFlags, findBrowser } from './tests/chromium.ts'

const setupFiles = ['tests/setup.ts']
const browserTests = 'src/**/*.browser.test.{ts,tsx}'

/** Neither project runs in the time zone of the field: a day computed from the machine's zone must show. */
export default defineConfig({
  plugins: [react()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          env: { TZ: 'Pacific/Auckland' },
          include: ['src/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
          exclude: [browserTests],
          setupFiles,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: [browserTests],
          setupFiles,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: findBrowser(),
                args: [...browserFlags],
                env: { ...process.env, TZ: 'Pacific/Auckland' },
              },
              contextOptions: { locale: 'fr-FR', timezoneId: 'Pacific/Auckland' },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 1366, height: 768 } }],
          },
        },
      },
    ],
  },
})
