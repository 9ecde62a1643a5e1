import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { err, ok, type Result } from '#domain/result.ts'
import type { ConfigProblem } from './config.ts'

/** Kept until the process ends, however it ends: the operating system then lets go of the lock. */
const held: DatabaseSync[] = []

/**
 * Takes a data folder for this process alone (SYN-41): a second one would share neither limits nor one-time link.
 * @returns what is wrong with DATA_DIR, when it cannot be used
 */
export function holdFolder(folder: string): Result<undefined, ConfigProblem> {
  const refused = (reason: string) =>
    err<ConfigProblem>({ type: 'config', variable: 'DATA_DIR', value: folder, reason })
  if (existsSync(folder) && !statSync(folder).isDirectory())
    return refused('a folder is expected, this is a file')
  try {
    process.umask(0o077)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const lock = new DatabaseSync(join(folder, 'running.lock'))
    lock.exec('begin exclusive')
    held.push(lock)
    return ok(undefined)
  } catch (error) {
    const isBusy = errcodeOf(error) === sqliteBusy
    return refused(
      isBusy
        ? 'another Permanence is running on this folder. Stop it first, or choose another folder'
        : `nothing can be written there (${error instanceof Error ? error.message : String(error)})`,
    )
  }
}

/** SQLITE_BUSY (sqlite.org, result codes). */
const sqliteBusy = 5

/** The result code of an error of SQLite, without what refines it. */
export function errcodeOf(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : undefined
}
