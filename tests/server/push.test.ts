import { expect, test } from 'vitest'
import { paths } from '#protocol/version.ts'
import {
  anId,
  anOperation,
  joinDevice,
  pullAll,
  pushAs,
  signedFetch,
  startClaimedServer,
  testDay,
} from './startServer.ts'

test('[SC-19] the same operation twice, identical bytes, is answered twice and stored once', async () => {
  const { server, device } = await startClaimedServer()
  const writer = anId()
  const operation = anOperation(device, { seq: 1 })

  const first = await pushAs(server, device, writer, [operation])
  const second = await pushAs(server, device, writer, [operation])

  expect(first).toMatchObject({ status: 200, body: { acked: 1, head: 1, results: [] } })
  expect(second).toMatchObject({ status: 200, body: { acked: 1, head: 1, results: [] } })
  const { rows } = await pullAll(server, device)
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ id: operation.record, kind: 'visit', rev: 1, siteId: device.site })
})

test('[SYN-67] a second device of the site reads what the first wrote, facts as they were', async () => {
  const { server, device } = await startClaimedServer()
  const tablet = await joinDevice(server, device)
  const operation = anOperation(device, { seq: 1 })
  await pushAs(server, device, anId(), [operation], { gzip: true })

  const { rows } = await pullAll(server, tablet)

  const visit = rows.find((row) => row.kind === 'visit')
  expect(visit?.facts).toEqual({ ...operation.set, ...operation.add })
  expect(rows.find((row) => row.kind === 'device')).toMatchObject({
    id: tablet.device,
    facts: { label: 'Tablette du hall', use: 'staff', state: 'active', enrolledOn: testDay },
  })
})

test('[SYN-72] a receipt tells what the server holds of a writer', async () => {
  const { server, device } = await startClaimedServer()
  const writer = anId()
  await pushAs(server, device, writer, [
    anOperation(device, { seq: 1 }),
    anOperation(device, { seq: 2, by: anId() }),
  ])

  const response = await signedFetch(server, device, `${paths.receipts}?writer=${writer}`)

  expect(await response.json()).toMatchObject({
    acked: 2,
    head: 2,
    counts: { applied: 1, held: 1, conflict: 0 },
  })
})
