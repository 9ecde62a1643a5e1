/** What one line of the journal may say (OPS-9): never a body, a query, the id of a record, a name, a full address. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error'
  readonly event: string
  readonly requestId?: string
  readonly method?: string
  /** The route, not the path: a path may hold an id. */
  readonly route?: string
  readonly status?: number
  readonly ms?: number
  readonly bytes?: number
  readonly device?: string
  readonly code?: string
  readonly count?: number
  /** Of a failure of ours: where in the program, without values. */
  readonly stack?: string
}

export type Log = (line: LogLine) => void

/** One JSON line per event. Control characters cannot reach the terminal: JSON escapes C0, we escape the rest. */
export function jsonLog(write: (text: string) => void, now: () => number): Log {
  return (line) => {
    const text = JSON.stringify({ time: new Date(now()).toISOString(), ...line })
    write(`${text.replaceAll(/[\u007f-\u009f\u2028\u2029]/g, escaped)}\n`)
  }
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Codes of the system or of SQLite: a full disk must be told from a bug. */
function codesOf(error: Error): readonly string[] {
  const code = 'code' in error ? [String(error.code)] : []
  return 'errcode' in error ? [...code, `sqlite:${Number(error.errcode)}`] : code
}

/** Where an unexpected error came from. The message is left out: it may quote what somebody typed. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frames = (error.stack ?? '').split('\n').filter((text) => text.trimStart().startsWith('at '))
  return [
    error.name,
    ...codesOf(error),
    ...frames.slice(0, 6).map((text) => text.trim().replace(/\(?(file:\/\/)?\/.*\//, '(')),
  ].join(' ')
}
