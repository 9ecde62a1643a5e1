import type { ConfigProblem } from './config.ts'
import { errcodeOf } from './holdFolder.ts'
import { NewerDatabase } from './sqliteStore.ts'

/** Result codes of SQLite (sqlite.org/rescode.html). */
const sqlite = { readOnly: 8, corrupt: 11, full: 13, cantOpen: 14, notADatabase: 26 } as const

/**
 * A start that failed, as a wrong setting: which variable and why.
 * `undefined` for anything else.
 */
export function startProblem(
  error: unknown,
  config: { readonly port: number; readonly host: string; readonly dataDir: string },
): ConfigProblem | undefined {
  const problem = (variable: string, value: string, reason: string): ConfigProblem => ({
    type: 'config',
    variable,
    value,
    reason,
  })
  const folder = (reason: string) => problem('DATA_DIR', config.dataDir, reason)
  switch (errcodeOf(error)) {
    case sqlite.notADatabase:
    case sqlite.corrupt:
      return folder('the file permanence.sqlite in it is damaged: put it aside and bring back a copy')
    case sqlite.full:
      return folder('the disk is full: make room, then start again')
    case sqlite.cantOpen:
    case sqlite.readOnly:
      return folder('this account may not write the files in it')
    default:
      break
  }
  if (error instanceof NewerDatabase)
    return folder('a newer version of Permanence wrote it: start that version, or bring back a copy')
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return problem(
        'PORT',
        String(config.port),
        'another program listens there. Stop it, or choose another port',
      )
    case 'EPERM':
      return folder('its files belong to another account')
    case 'EACCES':
      return problem(
        'PORT',
        String(config.port),
        'this account may not listen there. Choose a port above 1023',
      )
    case 'ENOTFOUND':
    case 'EADDRNOTAVAIL':
      return problem('HOST', config.host, 'this machine has no such address')
    default:
      return undefined
  }
}
