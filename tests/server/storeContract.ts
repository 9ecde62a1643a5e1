import { describe, expect, test } from 'vitest'
import type { Store } from '#server/store.ts'

/** What every store must do, whatever the engine (SYN-40). */
export function storeContract(name: string, open: () => Promise<Store>): void {
  const withTable = async () => {
    const store = await open()
    await store.transaction((tx) =>
      tx.run('create table thing (id text not null primary key, amount bigint)'),
    )
    return store
  }
  const ids = (store: Store) =>
    store.read(async (tx) =>
      (await tx.all<{ id: string }>('select id from thing order by id')).map((row) => row.id),
    )

  describe(`[SYN-40] a store on ${name}`, () => {
    test('keeps what a transaction wrote, and tells how many rows changed', async () => {
      const store = await withTable()
      const changed = await store.transaction((tx) => tx.run('insert into thing values ($1, $2)', ['a', 1]))
      expect(changed).toBe(1)
      expect(await ids(store)).toEqual(['a'])
      await store.close()
    })

    test('undoes everything when the work throws, and passes the error on', async () => {
      const store = await withTable()
      const work = store.transaction(async (tx) => {
        await tx.run('insert into thing values ($1, $2)', ['a', 1])
        throw new Error('changed my mind')
      })
      await expect(work).rejects.toThrow('changed my mind')
      expect(await ids(store)).toEqual([])
      await store.close()
    })

    test('undoes a failed savepoint and only that, even a nested one', async () => {
      const store = await withTable()
      await store.transaction(async (tx) => {
        await tx.run('insert into thing values ($1, $2)', ['a', 1])
        await tx.savepoint(async () => {
          await tx.run('insert into thing values ($1, $2)', ['b', 1])
          const inner = tx.savepoint(async () => {
            await tx.run('insert into thing values ($1, $2)', ['c', 1])
            await tx.run('insert into thing values ($1, $2)', ['a', 1])
          })
          await expect(inner).rejects.toThrow()
        })
        await tx.run('insert into thing values ($1, $2)', ['d', 1])
      })
      expect(await ids(store)).toEqual(['a', 'b', 'd'])
      await store.close()
    })

    test('lets one transaction finish before the next begins, whatever they await', async () => {
      const store = await withTable()
      await store.transaction((tx) => tx.run('insert into thing values ($1, $2)', ['a', 0]))
      const addOne = () =>
        store.transaction(async (tx) => {
          const row = await tx.get<{ amount: number }>('select amount from thing where id = $1', ['a'])
          await Promise.resolve()
          await tx.run('update thing set amount = $2 where id = $1', ['a', (row?.amount ?? 0) + 1])
        })
      await Promise.all(Array.from({ length: 50 }, addOne))
      const row = await store.read((tx) => tx.get<{ amount: number }>('select amount from thing'))
      expect(row?.amount).toBe(50)
      await store.close()
    })

    test('a reading sees nothing of a transaction that is not finished', async () => {
      const store = await withTable()
      let seen = -1
      const reading = store.transaction(async (tx) => {
        await tx.run('insert into thing values ($1, $2)', ['a', 1])
        void store.read(async (other) => {
          seen = (await other.all('select id from thing')).length
        })
        await Promise.resolve()
        throw new Error('undone')
      })
      await expect(reading).rejects.toThrow('undone')
      await store.read(async () => undefined)
      expect(seen).toBe(0)
      await store.close()
    })

    test('goes on after a failed statement, a failed work and an unknown table', async () => {
      const store = await withTable()
      await expect(store.read((tx) => tx.all('select * from nothing'))).rejects.toThrow()
      await expect(
        store.transaction((tx) => tx.run('insert into thing values ($1, $2)', [null, 1])),
      ).rejects.toThrow()
      expect(await ids(store)).toEqual([])
      await store.close()
    })

    test('gives back text, numbers up to 2^53 and null as they were, and takes a value named twice', async () => {
      const store = await withTable()
      const text = 'é\'"; drop table thing; -- \u{1f600}'
      await store.transaction(async (tx) => {
        await tx.run('insert into thing values ($1, $2)', [text, Number.MAX_SAFE_INTEGER])
        await tx.run('insert into thing values ($1, $2)', ['none', null])
      })
      const rows = await store.read((tx) =>
        tx.all<{ id: string; amount: number | null }>(
          'select id, amount from thing where id = $1 or (id = $2 and $1 is not null) order by id',
          ['none', text],
        ),
      )
      expect(rows.map(({ id, amount }) => [id, amount])).toEqual([
        ['none', null],
        [text, Number.MAX_SAFE_INTEGER],
      ])
      await store.close()
    })

    test('[SC-72] holds one row per key of the server’s tables: tenant first, so that two networks may use one id', async () => {
      const store = await open()
      const insert = "insert into writer (tenant, id, device, acked) values ($1, 'w', 'd', 0)"
      await store.transaction((tx) => tx.run(insert, ['one']))
      await store.transaction((tx) => tx.run(insert, ['two']))
      await expect(store.transaction((tx) => tx.run(insert, ['one']))).rejects.toThrow()
      await store.close()
    })
  })
}
