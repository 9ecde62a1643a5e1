import { gunzipSync } from 'node:zlib'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { PullAnswer } from '#protocol/sync.ts'
import { paths } from '#protocol/version.ts'
import { createApi } from '#server/api.ts'
import {
  anId,
  anOperation,
  factsOf,
  joinDevice,
  newKeys,
  pullAll,
  pushAs,
  signedFetch,
  startClaimedServer,
  type TestDevice,
  type TestServer,
} from './startServer.ts'

async function pushMany(server: TestServer, device: TestDevice, count: number): Promise<readonly string[]> {
  const operations = Array.from({ length: count }, (_, index) => anOperation(device, { seq: index + 1 }))
  const writer = anId()
  for (let from = 0; from < count; from += 200)
    await pushAs(server, device, writer, operations.slice(from, from + 200), { gzip: true })
  return operations.map(({ record }) => record)
}

/** The first device of another network in the same database, written there directly: a server sets up one. */
async function aStranger(server: TestServer, device: TestDevice): Promise<TestDevice> {
  const stranger = { ...device, ...newKeys(), network: anId(), site: anId(), device: anId(), founder: anId() }
  await server.store.transaction(async (tx) => {
    await tx.run("insert into tenant values ($1, 0, 1, '[]', 0, 0, $2, $3)", [
      stranger.network,
      stranger.founder,
      anId(),
    ])
    await tx.run("insert into device values ($1, $2, $3, $4, 'staff', 0, 'active')", [
      stranger.network,
      stranger.device,
      stranger.publicKey,
      stranger.site,
    ])
  })
  return stranger
}

/** A device of another site of the same network. */
async function aDeviceOfAnotherSite(server: TestServer, device: TestDevice): Promise<TestDevice> {
  const keys = newKeys()
  const id = anId()
  const site = anId()
  await server.store.transaction((tx) =>
    tx.run(
      "insert into device (tenant, id, public_key, site, use, vaults, state) values ($1, $2, $3, $4, 'staff', 0, 'active')",
      [device.network, id, keys.publicKey, site],
    ),
  )
  return { ...device, ...keys, device: id, site }
}

test('[SC-30] 300 rows written at the same instant are all read in pages of 100, none twice, and the loop ends', async () => {
  const { server, device } = await startClaimedServer()
  const records = await pushMany(server, device, 300)
  const { rows, pages, head } = await pullAll(server, device, 100)
  expect(rows.map(({ id }) => id)).toEqual(records)
  expect(pages).toBe(3)
  expect(head).toBe(300)
})

test('[SYN-68] a page is complete exactly when nothing up to the head is missing', async () => {
  const { server, device } = await startClaimedServer()
  await pushMany(server, device, 5)
  const ask = async (query: string) => (await signedFetch(server, device, paths.changes + query)).json()
  for (const [limit, complete] of [
    [4, false],
    [5, true],
    [6, true],
  ] as const) {
    const page = await ask(`?limit=${limit}`)
    expect(v.is(PullAnswer, page)).toBe(true)
    expect(page).toMatchObject({ complete, head: 5 })
    expect(page.rows).toHaveLength(Math.min(limit, 5))
  }
  const { cursor } = await ask('')
  expect(await ask(`?cursor=${cursor}`)).toMatchObject({ complete: true, rows: [], head: 5 })
})

test('[SYN-67] a record written again moves to the end of the feed: once in a page, with its last state', async () => {
  const { server, device } = await startClaimedServer()
  const made = [1, 2, 3].map((seq) => anOperation(device, { seq }))
  const writer = anId()
  await pushAs(server, device, writer, made)
  const first = await (await signedFetch(server, device, `${paths.changes}?limit=2`)).json()
  await pushAs(server, device, writer, [
    anOperation(device, { seq: 4, record: made[0]?.record ?? '', base: 3, set: { minutes: 90 } }),
  ])
  const rest = await (await signedFetch(server, device, `${paths.changes}?cursor=${first.cursor}`)).json()
  expect(rest.rows.map(({ id }: { id: string }) => id)).toEqual([made[2]?.record, made[0]?.record])
  expect(factsOf(rest.rows[1]).minutes).toBe(90)
  const revs = (await pullAll(server, device)).rows.map(({ rev }) => Number(rev))
  expect(revs).toEqual([...revs].sort((one, other) => one - other))
})

test('[SYN-69] a cursor works after a restart of the server on the same database', async () => {
  const { server, device } = await startClaimedServer()
  await pushMany(server, device, 3)
  const page = await (await signedFetch(server, device, `${paths.changes}?limit=1`)).json()
  expect(page.cursor).toMatch(/^[\w-]+$/)
  const again = createApi({
    store: server.store,
    clock: () => server.clock.now,
    random: server.random,
    log: () => undefined,
  })
  const fetch: TestServer['fetch'] = async (path, init) =>
    again.fetch(new Request(new URL(path, 'http://localhost'), init))
  const rest = await (
    await signedFetch({ ...server, fetch }, device, `${paths.changes}?cursor=${page.cursor}`)
  ).json()
  expect(rest).toMatchObject({ complete: true })
  expect(rest.rows).toHaveLength(2)
})

test('[SYN-70] a cursor that no longer leads anywhere says why, and never loses the outbox', async () => {
  const { server, device } = await startClaimedServer()
  await pushMany(server, device, 1)
  const text = (parts: readonly unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
  const page = await (await signedFetch(server, device, paths.changes)).json()
  const [, , scope] = JSON.parse(Buffer.from(page.cursor, 'base64url').toString())
  for (const [cursor, reason] of [
    ['nonsense', 'expired'],
    [text([2, 1, scope, 0]), 'expired'],
    [text([1, 1, scope, -1]), 'expired'],
    [text([1, 2, scope, 0]), 'incarnation'],
    [text([1, 1, scope, 99]), 'incarnation'],
    [text([1, 1, 'elsewhere', 0]), 'scope_changed'],
  ] as const) {
    const response = await signedFetch(server, device, `${paths.changes}?cursor=${cursor}`)
    expect([response.status, await response.json()]).toMatchObject([410, { code: 'cursor_reset', reason }])
  }
})

test('[SYN-65] a page stays under 1,000 rows and 1 MiB, however long the rows, and the loop goes on', async () => {
  const { server, device } = await startClaimedServer()
  const long = 'x'.repeat(30_000)
  const operations = Array.from({ length: 60 }, (_, index) => ({
    ...anOperation(device, { seq: index + 1, kind: 'later', set: { depth: 1 } }),
    note: `${long}${index}`,
  }))
  const writer = anId()
  for (let from = 0; from < 60; from += 6) {
    const { status } = await pushAs(server, device, writer, operations.slice(from, from + 6))
    expect(status).toBe(200)
  }
  const response = await signedFetch(server, device, paths.changes)
  const text = await response.text()
  expect(text.length).toBeLessThanOrEqual(1024 * 1024)
  expect(JSON.parse(text)).toMatchObject({ complete: false })
  expect((await pullAll(server, device)).rows).toHaveLength(60)
})

test('[SYN-65] a limit that is no number from 1 to 1,000 is malformed', async () => {
  const { server, device } = await startClaimedServer()
  for (const limit of ['0', '-1', '1001', '1.5', 'all', '', '1e3'])
    expect((await signedFetch(server, device, `${paths.changes}?limit=${limit}`)).status, limit).toBe(400)
})

test('[SYN-66] a long answer is zipped when asked, and says so', async () => {
  const { server, device } = await startClaimedServer()
  await pushMany(server, device, 20)
  const response = await signedFetch(server, device, paths.changes, {
    headers: { 'accept-encoding': 'gzip, br' },
  })
  expect(response.headers.get('content-encoding')).toBe('gzip')
  expect(response.headers.get('vary')).toBe('Accept-Encoding')
  const text = gunzipSync(Buffer.from(await response.arrayBuffer())).toString()
  expect(JSON.parse(text).rows).toHaveLength(20)
})

test('[I16] no byte of another site is in an answer; what belongs to the whole network is', async () => {
  const { server, device } = await startClaimedServer()
  const elsewhere = await aDeviceOfAnotherSite(server, device)
  const visit = anOperation(device, { seq: 1 })
  const held = anOperation(device, { seq: 2, set: { outcome: 'nonsense' } })
  const settings = anOperation(device, {
    seq: 3,
    kind: 'network',
    record: device.network,
    set: { name: 'Réseau témoin' },
  })
  const organisation = anOperation(device, {
    seq: 4,
    kind: 'organisation',
    set: { name: 'Structure témoin', type: 'cpam' },
  })
  await pushAs(server, device, anId(), [visit, held, settings, organisation])

  const text = await (await signedFetch(server, elsewhere, paths.changes)).text()

  expect(JSON.parse(text).rows.map(({ kind }: { kind: string }) => kind)).toEqual(['network', 'organisation'])
  for (const secret of [visit.record, visit.id, held.record, held.id, device.site])
    expect(text).not.toContain(secret)
  expect(JSON.parse(text)).toMatchObject({ complete: true, head: 4 })
})

test('[SEC-72] a record of another site cannot be written, and nothing of it comes back', async () => {
  const { server, device } = await startClaimedServer()
  const elsewhere = await aDeviceOfAnotherSite(server, device)
  const visit = anOperation(device, { seq: 1 })
  await pushAs(server, device, anId(), [visit])
  const { body } = await pushAs(server, elsewhere, anId(), [
    anOperation(device, { seq: 1, record: visit.record, base: 9, set: { minutes: 1 } }),
  ])
  expect(body.results).toMatchObject([{ status: 'held', code: 'not_allowed' }])
  expect(factsOf((await pullAll(server, device)).rows[0]).minutes).toBe(30)
  expect((await pullAll(server, elsewhere)).rows.map(({ kind }) => kind)).toEqual(['held'])
})

test('[I17] an id of another network is like an id that nobody used', async () => {
  const { server, device } = await startClaimedServer()
  const stranger = await aStranger(server, device)
  expect(stranger.network).not.toBe(device.network)
  const visit = anOperation(device, { seq: 1 })
  await pushAs(server, device, anId(), [visit])

  const copy = { ...visit, by: stranger.founder, set: { ...visit.set, minutes: 60 } }
  const pushed = await pushAs(server, stranger, anId(), [copy])

  expect(pushed).toMatchObject({ status: 200, body: { acked: 1, head: 1, results: [] } })
  expect(factsOf((await pullAll(server, stranger)).rows[0]).minutes).toBe(60)
  expect(factsOf((await pullAll(server, device)).rows[0]).minutes).toBe(30)
})

test('[SC-64] two networks never see each other: ids of one are in no answer of the other', async () => {
  const { server, device } = await startClaimedServer()
  const stranger = await aStranger(server, device)
  const visit = anOperation(device, { seq: 1 })
  const writer = anId()
  await pushAs(server, device, writer, [visit])
  const answers = await Promise.all(
    [paths.changes, `${paths.receipts}?writer=${writer}`, `${paths.receipts}?writer=${anId()}`].map(
      async (path) => (await signedFetch(server, stranger, path)).text(),
    ),
  )
  for (const id of [visit.id, visit.record, device.network, device.site, device.device, writer])
    expect(answers.join()).not.toContain(id)
  expect(answers[1]).toBe(answers[2])
})

test('[SYN-71] a public computer reads the name and hours of the place, and nothing else', async () => {
  const { server, device } = await startClaimedServer()
  const borne = await joinDevice(server, device, { use: 'borne' })
  const place = anOperation(device, {
    seq: 3,
    kind: 'place',
    set: { name: 'Lieu', kind: 'ccas', opensOn: '2026-01-01' },
  })
  await pushAs(server, device, anId(), [
    anOperation(device, { seq: 1 }),
    anOperation(device, {
      seq: 2,
      kind: 'member',
      record: device.founder,
      set: { name: 'Aline', role: 'coordinator', startsOn: '2026-01-01' },
    }),
    place,
  ])
  const { rows } = await pullAll(server, borne)
  expect(rows.map(({ id }) => id)).toEqual([place.record])
  const receipt = await signedFetch(server, borne, `${paths.receipts}?writer=${anId()}`)
  expect(receipt.status).toBe(404)
})
