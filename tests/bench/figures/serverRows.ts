import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { gzipSync } from 'node:zlib'
import { withSeq } from '#protocol/canonical.ts'

/** The server's database file of a data folder, opened to read. */
export function openDatabase(dataDir: string): DatabaseSync {
  const name = readdirSync(dataDir).find((file) => /\.(sqlite|db)$/.test(file))
  if (name === undefined) throw new Error('no database in the data folder')
  return new DatabaseSync(join(dataDir, name), { readOnly: true })
}

/** The visits' operations as they were sent, in order; the last ones when a number is given. */
export function sentOperations(database: DatabaseSync, last = Number.MAX_SAFE_INTEGER): readonly string[] {
  return database
    .prepare("select body, seq from operation where kind = 'visit' order by rev desc limit ?")
    .all(last)
    .reverse()
    .map(({ body, seq }) => withSeq(String(body), Number(seq)))
}

/** The visits as the feed gives them, in order. */
export function feedRows(database: DatabaseSync): readonly string[] {
  return database
    .prepare("select id, kind, schema, rev, site, facts from record where kind = 'visit' order by rev")
    .all()
    .map(
      ({ id, kind, schema, rev, site, facts }) =>
        `{"id":"${id}","kind":"${kind}","rev":${rev},"schema":${schema},"siteId":"${site}","facts":${facts}}`,
    )
}

/** One JSON list of them, zipped as an answer is. */
export function zipped(texts: readonly string[]): Buffer {
  return gzipSync(`[${texts.join(',')}]`, { level: 6 })
}

/** What the server keeps of a visit. */
const tables = ['record', 'operation'] as const

/**
 * Milliseconds to insert the same rows into the same tables of a new database, with the same indexes and the same
 * durability, as many rows to a transaction as a push holds operations: what no server on this engine can go below.
 */
export function insertAgain(database: DatabaseSync, perTransaction: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'permanence-bench-insert-'))
  const plain = new DatabaseSync(join(folder, 'plain.sqlite'))
  plain.exec('pragma journal_mode = wal; pragma synchronous = full')
  const loads = tables.map((table) => {
    const definitions = database
      .prepare('select sql from sqlite_master where tbl_name = ? and sql is not null order by type desc')
      .all(table)
    for (const { sql } of definitions) plain.exec(String(sql))
    const rows = database.prepare(`select * from ${table} where kind = 'visit' order by rev`).all()
    const columns = Object.keys(rows[0] ?? {})
    const insert = plain.prepare(`insert into ${table} values (${columns.map(() => '?').join(',')})`)
    return { insert, rows: rows.map((row) => Object.values(row) as SQLInputValue[]) }
  })
  const most = Math.max(...loads.map(({ rows }) => rows.length))
  const started = performance.now()
  for (let from = 0; from < most; from += perTransaction) {
    plain.exec('begin immediate')
    for (const { insert, rows } of loads) {
      for (const row of rows.slice(from, from + perTransaction)) insert.run(...row)
    }
    plain.exec('commit')
  }
  const took = performance.now() - started
  plain.close()
  rmSync(folder, { recursive: true, force: true })
  return took
}
