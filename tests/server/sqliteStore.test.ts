import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, test } from 'vitest'
import { openDataFolder } from '#server/open.ts'
import { openSqliteStore } from '#server/sqliteStore.ts'
import { storeContract } from './storeContract.ts'

const folder = mkdtempSync(join(tmpdir(), 'permanence-store-'))
let files = 0
const newFile = () => {
  files += 1
  return join(folder, `${files}.sqlite`)
}

afterAll(() => rmSync(folder, { recursive: true, force: true }))

storeContract('SQLite in memory', () => openSqliteStore(':memory:'))
storeContract('a SQLite file', () => openSqliteStore(newFile()))

test('[SYN-40] a file is written ahead, flushed at each commit, and erased bytes are overwritten', async () => {
  const path = newFile()
  const store = await openSqliteStore(path)
  const pragma = async (name: string) =>
    Object.values((await store.read((tx) => tx.get<Record<string, unknown>>(`pragma ${name}`))) ?? {})[0]
  expect(await pragma('journal_mode')).toBe('wal')
  expect(await pragma('synchronous')).toBe(2)
  expect(await pragma('secure_delete')).toBe(1)
  expect(await pragma('foreign_keys')).toBe(1)
  await store.close()
})

test('[I3] what was committed is there when the file is opened again', async () => {
  const path = newFile()
  const first = await openSqliteStore(path)
  await first.transaction((tx) =>
    tx.run("insert into writer (tenant, id, device, acked) values ('t', 'w', 'd', 7)"),
  )
  await first.close()
  const second = await openSqliteStore(path)
  const row = await second.read((tx) => tx.get<{ acked: number }>('select acked from writer'))
  expect(row?.acked).toBe(7)
  await second.close()
})

test('[TEST-10] a database of a newer version is refused, in words, and left as it is', async () => {
  const path = newFile()
  await (await openSqliteStore(path)).close()
  const raw = new DatabaseSync(path)
  raw.exec('insert into migration values (9999)')
  raw.close()
  await expect(openSqliteStore(path)).rejects.toThrow('the database is at version 9999')
})

test('[OPS-1] the data folder is for its owner alone, its files too', async () => {
  const path = join(folder, 'data')
  const store = await openDataFolder(path)
  await store.transaction((tx) =>
    tx.run("insert into writer (tenant, id, device, acked) values ('t', 'w', 'd', 7)"),
  )
  expect(statSync(path).mode & 0o777).toBe(0o700)
  for (const name of ['permanence.sqlite', 'permanence.sqlite-wal'])
    expect(statSync(join(path, name)).mode & 0o777, name).toBe(0o600)
  await store.close()
})
