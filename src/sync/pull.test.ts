import { expect, test } from 'vitest'
import { memoryStore } from '#storage/memoryStore.ts'
import type { Store } from '#storage/store.ts'
import { anId, aRow, enrolled, here } from '#storage/testDevice.ts'
import { transferFacts } from '#storage/transfers.ts'
import { pullAll } from './pull.ts'
import type { Exchange } from './push.ts'
import { failureOf } from './status.ts'
import { type Answering, anyKey, connectionTo, network, page, refuses, silence } from './testWorld.ts'

async function pulls(store: Store, answer: Answering) {
  const fetch = network(answer)
  const exchange: Exchange = {
    store,
    connection: connectionTo(fetch),
    signer: { deviceId: here.deviceId, key: anyKey },
    signal: new AbortController().signal,
    onSent: () => undefined,
    onReceived: () => undefined,
  }
  const result = await pullAll(exchange)
  return {
    end: result.ok ? result.value : failureOf(result.error),
    cursors: fetch.asked.map(({ query }) => query.get('cursor')),
  }
}

const feedOf = (store: Store) => store.read(['meta'], (tx) => tx.meta.get('feed'))
const count = async (store: Store) =>
  (await store.read(['records'], (tx) => tx.records.page(null, 1000))).length
const rows = (from: number, length: number) => Array.from({ length }, (_, at) => aRow(anId(), from + at))

/** Pages of 3 rows, three of them, by cursor. */
function threePages(): Answering {
  const all = rows(1, 9)
  return ({ query }) => {
    const from = Number(query.get('cursor') ?? 0)
    const next = from + 3
    return page({ rows: all.slice(from, next), cursor: String(next), complete: next === 9, head: 9 })
  }
}

test('[SYN-18] a pull goes from page to page until it is complete', async () => {
  const store = await enrolled(memoryStore())
  expect(await pulls(store, threePages())).toEqual({ end: 'complete', cursors: [null, '3', '6'] })
  expect(await count(store)).toBe(9)
  expect(await feedOf(store)).toMatchObject({ cursor: '9', head: 9, loading: false })
})

test('[SC-31] a pull cut on a page resumes there, and what came before is readable meanwhile', async () => {
  const store = await enrolled(memoryStore())
  const pages = threePages()
  const cut = await pulls(store, (asked) => {
    if (asked.query.get('cursor') === '6') throw new TypeError('Failed to fetch')
    return pages(asked)
  })
  expect(cut.end).toBe('noAnswer')
  expect(await count(store)).toBe(6)
  expect(await transferFacts(store)).toMatchObject({ allSent: false })
  expect(await pulls(store, pages)).toEqual({ end: 'complete', cursors: ['6'] })
  expect(await count(store)).toBe(9)
})

test('[SYN-131] the next page travels while one is written', async () => {
  const store = await enrolled(memoryStore())
  const pages = threePages()
  const order: string[] = []
  const watched: Store = {
    ...store,
    write: async (...write) => {
      order.push('write')
      await new Promise((resolve) => setTimeout(resolve, 20))
      const written = await store.write(...write)
      order.push('written')
      return written
    },
  }
  await pulls(watched, (asked) => {
    order.push(`asked ${asked.query.get('cursor')}`)
    return pages(asked)
  })
  expect(order.slice(0, 4)).toEqual(['asked null', 'write', 'asked 3', 'written'])
})

test('[SYN-70] a cursor the server no longer knows starts a new snapshot, and nothing waiting is lost', async () => {
  const store = await enrolled(memoryStore())
  const kept = rows(1, 2)
  await pulls(store, () => page({ rows: [...kept, ...rows(3, 1)], cursor: 'old' }))
  const { end, cursors } = await pulls(store, ({ query }) =>
    query.get('cursor') === 'old'
      ? refuses(410, 'cursor_reset', { reason: 'expired' })
      : page({ rows: kept, cursor: 'new' }),
  )
  expect([end, cursors]).toEqual(['complete', ['old', null]])
  expect(await count(store)).toBe(2)
})

test('[SYN-12] a pull that shows a restored server starts over in the new incarnation', async () => {
  const store = await enrolled(memoryStore())
  await pulls(store, () => page({ rows: rows(1, 1), cursor: 'a' }))
  const { end, cursors } = await pulls(store, () => page({ incarnation: 2, rows: rows(7, 1), cursor: 'b' }))
  expect([end, cursors]).toEqual(['complete', ['a', null]])
  expect(await feedOf(store)).toMatchObject({ incarnation: 2, cursor: 'b' })
  expect(await count(store)).toBe(1)
})

test('[SYN-70] a server that resets for ever is its own failure, not a loop', async () => {
  const store = await enrolled(memoryStore())
  const { end, cursors } = await pulls(store, () => refuses(410, 'cursor_reset'))
  expect(end).toBe('serverFailed')
  expect(cursors.length).toBeLessThan(5)
})

test('[SEC-78] [SC-63] pages without end stop: a cursor that does not move', async () => {
  const store = await enrolled(memoryStore())
  const { end, cursors } = await pulls(store, () =>
    page({ rows: rows(1, 1), cursor: 'same', complete: false }),
  )
  expect(end).toBe('serverFailed')
  expect(cursors).toEqual([null, 'same'])
})

test('[SEC-78] [SC-63] pages without end stop: cursors that move for ever', async () => {
  const store = await enrolled(memoryStore())
  let asked = 0
  const { end } = await pulls(store, () => {
    asked += 1
    return page({ cursor: `c${asked}`, complete: false })
  })
  expect(end).toBe('serverFailed')
  expect(asked).toBeLessThan(2100)
})

test('[SYN-8] a pull whose place another tab has moved stops without harm', async () => {
  const store = await enrolled(memoryStore())
  const { end } = await pulls(store, async () => {
    await store.write(['meta'], 'strict', async (tx) => {
      const feed = await tx.meta.get('feed')
      if (feed !== undefined) await tx.meta.set('feed', { ...feed, cursor: 'elsewhere' })
    })
    return page({ rows: rows(1, 1) })
  })
  expect(end).toBe('stopped')
  expect(await count(store)).toBe(0)
})

test('[SYN-17] a pull given up changes nothing', async () => {
  const store = await enrolled(memoryStore())
  const controller = new AbortController()
  const fetch = network(silence)
  const pulling = pullAll({
    store,
    connection: connectionTo(fetch),
    signer: { deviceId: here.deviceId, key: anyKey },
    signal: controller.signal,
    onSent: () => undefined,
    onReceived: () => undefined,
  })
  controller.abort()
  expect(await pulling).toMatchObject({ ok: false, error: { type: 'noAnswer' } })
  expect(await feedOf(store)).toMatchObject({ cursor: null })
})
