import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Builds client and server when dist/ is missing or older than what it is made of. */

const root = join(import.meta.dirname, '..')
const built = ['dist/client/sw.js', 'dist/server/main.js']
const sources = ['src', 'public', 'locales', 'index.html', 'vite.config.ts', 'package-lock.json']

const changed = Math.max(...sources.map(newest))
if (built.some((path) => modified(path) < changed)) {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error('The build failed, so there is nothing to start: the reason is above.')
    process.exit(1)
  }
}

/** Folders count too: a removed file changes only the folder it was in. */
function newest(path: string): number {
  const inside = modified(path)
  if (inside === 0 || !statSync(join(root, path)).isDirectory()) return inside
  const names = readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
  return Math.max(inside, ...names.map((name) => modified(join(path, name))))
}

/**
 * Milliseconds since 1970, or 0 for what does not exist. The change of the file itself counts too: what unpacks an
 * upgrade may give its files the dates they had elsewhere.
 */
function modified(path: string): number {
  const { mtimeMs = 0, ctimeMs = 0 } = statSync(join(root, path), { throwIfNoEntry: false }) ?? {}
  return Math.max(mtimeMs, ctimeMs)
}
