import { expect, test } from 'vitest'
import { openSetupDoor } from '#server/enrol.ts'
import { anId, anOperation, newKeys, postClaim, pushAs, startClaimedServer } from './startServer.ts'

test('[SEC-61] a set-up link printed before the first device spoke opens nothing once it has spoken', async () => {
  const { server, device } = await startClaimedServer()
  const printed = await openSetupDoor(server.store, () => server.clock.now, server.random)
  await pushAs(server, device, anId(), [anOperation(device, { seq: 1 })])

  const late = await postClaim(server.fetch, 'setup', printed ?? 'none', newKeys().publicKey)

  expect(late.status).toBeGreaterThanOrEqual(400)
  const devices = await server.store.read((tx) => tx.all('select id from device'))
  expect(devices).toEqual([{ id: device.device }])
})
