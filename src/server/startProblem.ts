import type { ConfigProblem } from './config.ts'
import { errcodeOf } from './holdFolder.ts'

/** SQLITE_NOTADB (sqlite.org, result codes). */
const sqliteNotADatabase = 26

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
  if (errcodeOf(error) === sqliteNotADatabase)
    return problem(
      'DATA_DIR',
      config.dataDir,
      'the file permanence.sqlite in it is damaged: put it aside and bring back a copy',
    )
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return problem(
        'PORT',
        String(config.port),
        'another program listens there. Stop it, or choose another port',
      )
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
