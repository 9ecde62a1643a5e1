import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteStore } from './sqliteStore.ts'
import type { Store } from './store.ts'

/**
 * Opens the database of a folder; both are made if needed, the folder for its owner alone (0700). A folder that was
 * there keeps its rights, since other programs may live in it; our files are 0600 in any case: the mask holds for
 * the write-ahead log, which SQLite makes by itself.
 */
export async function openDataFolder(folder: string): Promise<Store> {
  process.umask(0o077)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'permanence.sqlite')
  const store = await openSqliteStore(path)
  chmodSync(path, 0o600)
  return store
}
