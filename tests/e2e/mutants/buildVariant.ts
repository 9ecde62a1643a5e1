import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { build, type Plugin } from 'vite'
import { productBuild } from '../server.ts'

/** One change of the product's source, as exact text: it fails when the text is no longer there, or there twice. */
export interface Variant {
  /** Path inside src/. */
  readonly file: string
  readonly replace: string
  readonly by: string
}

/**
 * Builds the client with some of its source changed, beside the real server, in a temporary folder that `remove`
 * throws away. Used to show that a test fails when the product is broken, and to have a next version to update to.
 */
export async function buildVariant(variants: readonly Variant[]): Promise<VariantBuild> {
  const folder = mkdtempSync(join(tmpdir(), 'permanence-variant-'))
  const changed = new Set<Variant>()
  await build({
    root: join(import.meta.dirname, '../../..'),
    logLevel: 'error',
    plugins: [changes(variants, changed)],
    build: { outDir: join(folder, 'client'), emptyOutDir: true, reportCompressedSize: false },
  })
  const missed = variants.filter((variant) => !changed.has(variant))
  if (missed.length > 0) throw new Error(`never built: ${missed.map(({ file }) => file).join(', ')}`)
  cpSync(join(productBuild, 'server'), join(folder, 'server'), { recursive: true })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export interface VariantBuild {
  /** Holds `client/` and `server/main.js`, as dist/ does. */
  readonly folder: string
  readonly remove: () => void
}

function changes(variants: readonly Variant[], changed: Set<Variant>): Plugin {
  return {
    name: 'permanence:variant',
    enforce: 'pre',
    transform(code, id) {
      const path = id.split('?')[0]?.split(sep).join('/') ?? ''
      const concerned = variants.filter(({ file }) => path.endsWith(`/src/${file}`))
      if (concerned.length === 0) return null
      return concerned.reduce((text, variant) => {
        if (text.split(variant.replace).length !== 2) {
          throw new Error(`src/${variant.file} does not hold exactly once:\n${variant.replace}`)
        }
        changed.add(variant)
        return text.replace(variant.replace, () => variant.by)
      }, code)
    },
  }
}
