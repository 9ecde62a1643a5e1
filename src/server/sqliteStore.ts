import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { migrations } from './migrations.ts'
import type { Reading, SqlValues, Store, Writing } from './store.ts'

/**
 * Opens the database and brings its tables up to date.
 * WAL with `synchronous=FULL`: what was answered survives a power cut (I3). `secure_delete`: erased bytes are
 * overwritten (SEC-93). One process, one connection: works wait for one another in a queue.
 * @param path a file, or `:memory:`
 * @throws when the file was written by a newer version of this program
 */
export async function openSqliteStore(path: string): Promise<Store> {
  const database = new DatabaseSync(path, { timeout: 5000 })
  database.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma secure_delete = on;
    pragma foreign_keys = on;
    pragma temp_store = memory;
    pragma cache_size = -32000;`)
  const store = new SqliteStore(database)
  await migrate(store)
  return store
}

/** Written by a later version of this program: nothing in it is touched. */
export class NewerDatabase extends Error {}

class SqliteStore implements Store {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  transaction<Value>(work: (tx: Writing) => Promise<Value>): Promise<Value> {
    return this.#queue(() => this.#within('begin immediate', () => work(this.#handle)))
  }

  read<Value>(work: (tx: Reading) => Promise<Value>): Promise<Value> {
    return this.#queue(() => this.#within('begin', () => work(this.#handle)))
  }

  async close(): Promise<void> {
    await this.#queue(async () => {
      this.#statements.clear()
      this.#database.close()
    })
  }

  #queue<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(work)
    this.#last = turn.catch(() => undefined)
    return turn
  }

  async #within<Value>(begin: string, work: () => Promise<Value>): Promise<Value> {
    this.#prepared(begin).run()
    try {
      const value = await work()
      this.#prepared('commit').run()
      return value
    } catch (error) {
      // A full disk may already have ended the transaction by itself.
      if (this.#database.isTransaction) this.#prepared('rollback').run()
      throw error
    }
  }

  readonly #handle: Writing = {
    get: async <Row>(sql: string, values: SqlValues = []) =>
      this.#prepared(sql).get(...values) as Row | undefined,
    all: async <Row>(sql: string, values: SqlValues = []) =>
      this.#prepared(sql).all(...values) as unknown as readonly Row[],
    run: async (sql: string, values: SqlValues = []) => Number(this.#prepared(sql).run(...values).changes),
    savepoint: async <Value>(work: () => Promise<Value>) => {
      this.#prepared('savepoint one').run()
      try {
        const value = await work()
        this.#prepared('release one').run()
        return value
      } catch (error) {
        this.#prepared('rollback to one').run()
        this.#prepared('release one').run()
        throw error
      }
    },
  }

  /** Statements are few and reused for ever; SQLite writes `?1` where the shared SQL writes `$1`. */
  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#database.prepare(sql.replaceAll(/\$(\d+)/g, '?$1'))
    this.#statements.set(sql, statement)
    return statement
  }
}

async function migrate(store: Store): Promise<void> {
  await store.transaction((tx) =>
    tx.run('create table if not exists migration (number integer not null primary key)'),
  )
  const done = await store.read((tx) =>
    tx.get<{ last: number | null }>('select max(number) as last from migration'),
  )
  const last = done?.last ?? 0
  if (last > migrations.length)
    throw new NewerDatabase(
      `the database is at version ${last}, this program only knows ${migrations.length}`,
    )
  for (const [index, statements] of migrations.entries()) {
    if (index < last) continue
    await store.transaction(async (tx) => {
      for (const statement of statements) await tx.run(statement)
      await tx.run('insert into migration values ($1)', [index + 1])
    })
  }
}
