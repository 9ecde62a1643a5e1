import { faultsOf } from './checker.ts'
import { type Answer, anId, type DeviceClient, type Json } from './deviceClient.ts'
import { expect, test } from './fixtures.ts'
import { aFoundedDevice, aVisitOf, visitFacts } from './foundedDevice.ts'

interface Page {
  readonly cursor: string
  readonly complete: boolean
  readonly rows: readonly { readonly id: string; readonly kind: string; readonly rev: number }[]
}

/** Follows the feed to its end. */
async function everything(device: DeviceClient, limit: number): Promise<readonly Page[]> {
  const pages: Page[] = []
  let cursor = ''
  while (pages.at(-1)?.complete !== true) {
    const query = `?limit=${limit}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`
    const answer = await device.signs({ method: 'GET', path: `/api/sync/v1/changes${query}` })
    expect(answer.status, answer.text).toBe(200)
    const page = answer.json as unknown as Page
    expect(pages.length, 'the loop ends').toBeLessThan(50)
    pages.push(page)
    cursor = page.cursor
  }
  return pages
}

test('[SC-30] three hundred rows written together come in pages, none skipped, none twice', async ({
  field,
}) => {
  const network = await field.aNetwork()
  const device = await aFoundedDevice(network)
  const visits = Array.from({ length: 300 }, () => aVisitOf(device))
  for (const part of [visits.slice(0, 150), visits.slice(150)]) {
    expect((await device.pushes(part)).status).toBe(200)
  }

  const pages = await everything(device, 100)

  const rows = pages.flatMap((page) => page.rows)
  expect(
    rows
      .filter(({ kind }) => kind === 'visit')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(visits.map(({ record }) => record).sort())
  const revs = rows.map(({ rev }) => rev)
  expect(revs).toEqual([...revs].sort((one, other) => one - other))
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
})

test('[SC-65] a signed push replayed on another path, query, method or body is refused; replayed as it was, it changes nothing', async ({
  field,
}) => {
  const network = await field.aNetwork()
  const device = await aFoundedDevice(network)
  let captured: Record<string, string> = {}
  const body = JSON.stringify({
    incarnation: device.incarnation,
    writer: device.writer,
    operations: [aVisitOf(device)],
  })
  const push = { method: 'POST', path: '/api/sync/v1/operations', body } as const
  await device.signs(push, {
    tamper: (headers) => {
      captured = headers
      return headers
    },
  })
  const before = network.stored()
  const replay = (change: Partial<{ method: string; path: string; body: string }>): Promise<Answer> =>
    device.signs({ ...push, ...change }, { tamper: () => captured })

  expect((await replay({})).status).toBe(200)
  for (const change of [
    { path: '/api/sync/v1/operations?again' },
    { path: '/api/sync/v1/receipts' },
    { method: 'PUT' },
    { body: body.replace('doneTogether', 'informed') },
  ]) {
    const { status } = await replay(change)
    expect.soft(status, JSON.stringify(change)).toBeGreaterThanOrEqual(400)
    expect.soft(status, JSON.stringify(change)).toBeLessThan(500)
  }
  expect(network.stored().operations).toEqual(before.operations)
  expect(network.stored().records).toEqual(before.records)
})

test('[SYN-114] a server killed in the middle of pushes keeps what it acknowledged, once', async ({
  field,
}) => {
  test.slow()
  const network = await field.aNetwork()
  const devices = [await aFoundedDevice(network)]
  const [founder] = devices
  if (founder === undefined) throw new Error('nobody')
  const pushed: Json[] = []
  const acknowledged = new Set<unknown>()
  for (let kill = 0; kill < 8; kill += 1) {
    const pushing = (async () => {
      for (let turn = 0; turn < 4; turn += 1) {
        const batch = Array.from({ length: 60 }, () => aVisitOf(founder))
        pushed.push(...batch)
        const answer = await founder.pushes(batch)
        if (answer.status === 200) for (const { id } of batch) acknowledged.add(id)
      }
    })().catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 5 + kill * 8))
    await network.server.isKilled()
    await pushing
    await network.server.starts()
    const stored = new Set(network.stored().operations.map(({ id }) => id))
    expect(
      [...acknowledged].filter((id) => !stored.has(String(id))),
      'acknowledged and lost',
    ).toEqual([])
    const left = pushed.filter(({ id }) => !acknowledged.has(id))
    for (let at = 0; at < left.length; at += 100) {
      const part = left.slice(at, at + 100)
      expect((await founder.pushes(part)).status).toBe(200)
      for (const { id } of part) acknowledged.add(id)
    }
  }
  const work = network.stored()
  expect(work.living('visit')).toHaveLength(pushed.length)
  expect(faultsOf(work)).toEqual([])
})

test('[SYN-79] two devices that change one field unseen make a conflict; both values are kept', async ({
  field,
}) => {
  const network = await field.aNetwork()
  const device = await aFoundedDevice(network)
  const visit = aVisitOf(device)
  await device.pushes([visit])
  const base = network.stored().living('visit')[0]?.rev ?? 0
  const edit = (outcome: string): Json => device.operation({ record: visit.record, base, set: { outcome } })

  await device.pushes([edit('toResume')])
  device.writer = anId()
  device.rewinds(100)
  const answer = await device.pushes([{ ...edit('blocked'), seq: 1 }])

  expect(answer.status, answer.text).toBe(200)
  const [conflict] = network.stored().living('conflict')
  expect(conflict?.facts).toMatchObject({
    record: visit.record,
    field: 'outcome',
    kept: 'blocked',
    lost: 'toResume',
  })
  expect(network.stored().living('visit')[0]?.facts).toMatchObject(visitFacts(device, { outcome: 'blocked' }))
})
