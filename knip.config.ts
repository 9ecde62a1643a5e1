import type { KnipConfig } from 'knip'

/** Style sheets take fonts from packages: shown to knip as imports. */
const cssImports = (text: string): string =>
  [...text.matchAll(/(?:@import|url\()\s*['"]([^'"]+)['"]/g)].map(([, path]) => `import '${path}'`).join('\n')

const config: KnipConfig = {
  entry: [
    'src/server/main.ts!',
    'src/server/dev.ts',
    '.ci/*.ts',
    'tests/*.ts',
    'tests/**/*.test.ts',
    'tests/upgrade/keep.ts',
    'src/**/*.test.{ts,tsx}',
  ],
  project: ['src/**/*.{ts,tsx,css}', 'tests/**/*.ts', '.ci/*.ts', '*.config.ts'],
  compilers: { css: cssImports },
  ignoreExportsUsedInFile: true,
}

export default config
