import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')

export interface Builds {
  /** As dist/: the product's own files untouched, the bench page beside them at `/bench/`. */
  readonly product: string
  /** A page of the same libraries that renders one sentence, made by the product's own build settings. */
  readonly hello: string
  readonly remove: () => void
}

/** Builds what the figures need beside the production build, minified as it is, in a temporary folder. */
export async function makeBuilds(): Promise<Builds> {
  const folder = mkdtempSync(join(tmpdir(), 'permanence-bench-'))
  const product = join(folder, 'product')
  const hello = join(folder, 'hello')
  cpSync(join(root, 'dist'), product, { recursive: true })
  await build({
    root: join(import.meta.dirname, 'page'),
    base: '/bench/',
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir: join(product, 'client/bench'), emptyOutDir: true, reportCompressedSize: false },
  })
  await build({
    root: join(import.meta.dirname, 'hello'),
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: hello, emptyOutDir: true, reportCompressedSize: false },
  })
  return { product, hello, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}
