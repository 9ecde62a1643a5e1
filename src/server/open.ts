import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteStore } from './sqliteStore.ts'
import type { Store } from './store.ts'

/**
 * Opens the database of a folder, made if needed. The folder is for its owner alone (0700), its files too (0600):
 * the mask holds for the write-ahead log, which SQLite makes by itself.
 */
export async function openDataFolder(folder: string): Promise<Store> {
  process.umask(0o077)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const path = join(folder, 'permanence.sqlite')
  const store = await openSqliteStore(path)
  chmodSync(path, 0o600)
  return store
}
