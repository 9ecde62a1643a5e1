/** What a column holds. Booleans are 0 and 1, so that every engine agrees. */
export type SqlValue = string | number | null

/** Values of `$1`, `$2`… in a statement. Only SQL that SQLite and PostgreSQL both accept (SYN-40). */
export type SqlValues = readonly SqlValue[]

export interface Reading {
  /** The first row, or `undefined`. */
  get<Row>(sql: string, values?: SqlValues): Promise<Row | undefined>
  all<Row>(sql: string, values?: SqlValues): Promise<readonly Row[]>
}

export interface Writing extends Reading {
  /** @returns how many rows it changed */
  run(sql: string, values?: SqlValues): Promise<number>
  /** Does `work`; if it throws, undoes what it wrote, and only that, and throws the same error (SYN-23). */
  savepoint<Value>(work: () => Promise<Value>): Promise<Value>
}

/**
 * The database behind the server. Asynchronous although SQLite is not, because PostgreSQL will implement the same.
 * Nothing but the given handle may be awaited inside a work.
 */
export interface Store {
  /** All or nothing, one at a time, on disk before it resolves (SYN-37, SYN-38). A throw rolls back. */
  transaction<Value>(work: (tx: Writing) => Promise<Value>): Promise<Value>
  /** One consistent picture (SYN-42). */
  read<Value>(work: (tx: Reading) => Promise<Value>): Promise<Value>
  close(): Promise<void>
}
