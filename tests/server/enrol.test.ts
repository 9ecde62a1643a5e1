import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { ClaimAnswer, EnrolAnswer } from '#protocol/enrol.ts'
import { paths } from '#protocol/version.ts'
import { openSetupDoor } from '#server/enrol.ts'
import {
  type Answer,
  anId,
  anOperation,
  claimOf,
  digestOfClaim,
  joinDevice,
  newKeys,
  postClaim,
  pullAll,
  pushAs,
  signedFetch,
  startClaimedServer,
  startServer,
  type TestDevice,
  type TestServer,
  testDay,
} from './startServer.ts'

const minutes = 60_000

interface Door {
  readonly id: string
  readonly link: string
  /** The 16 characters somebody types: the first 4 name the door. */
  readonly typed: string
}

let nonces = 0
function openDoor(server: TestServer, device: TestDevice, door: Door, more: Answer = {}): Promise<Response> {
  nonces += 1
  return signedFetch(server, device, paths.enrol, {
    method: 'POST',
    nonce: `nonce-of-a-door-${String(nonces).padStart(6, '0')}`,
    body: JSON.stringify({
      id: door.id,
      hand: door.typed.slice(0, 4),
      linkDigest: digestOfClaim(claimOf(door.link)),
      handDigest: digestOfClaim(claimOf(door.typed.slice(4))),
      label: 'Tablette du hall',
      use: 'staff',
      by: device.founder,
      ...more,
    }),
  })
}

async function anOpenDoor(typed = 'AB12CDEF34567890') {
  const { server, device } = await startClaimedServer()
  const door: Door = { id: anId(), link: `secret-${anId()}`, typed }
  const response = await openDoor(server, device, door)
  expect(v.is(EnrolAnswer, await response.json())).toBe(true)
  const knock = async (name: string, secret: string, publicKey = newKeys().publicKey) => {
    const answer = await postClaim(server.fetch, name, secret, publicKey)
    return { status: answer.status, body: (await answer.json()) as Answer }
  }
  return { server, device, door, knock }
}

describe('[SEC-61] the first start', () => {
  test('one link sets up the network: its device can sign at once, its founder may write settings', async () => {
    const server = await startServer()
    const keys = newKeys()
    const answer = await (await postClaim(server.fetch, 'setup', server.setupSecret, keys.publicKey)).json()
    expect(v.is(ClaimAnswer, answer)).toBe(true)
    expect(answer).toMatchObject({ label: null, placeId: null, incarnation: 1 })
    const device: TestDevice = { ...answer, ...keys }
    const { body } = await pushAs(server, device, anId(), [
      anOperation(device, { seq: 1, kind: 'network', record: device.network, set: { name: 'Ville' } }),
      anOperation(device, { seq: 2, kind: 'site', record: device.site, set: { name: 'Quartier' } }),
      anOperation(device, { seq: 3, kind: 'place', set: { name: 'Maison', kind: 'ccas', opensOn: testDay } }),
      anOperation(device, {
        seq: 4,
        kind: 'member',
        record: device.founder,
        set: { name: 'Aline', role: 'coordinator', startsOn: testDay },
      }),
      anOperation(device, {
        seq: 5,
        kind: 'device',
        record: device.device,
        set: { label: 'Bureau', use: 'staff', state: 'active', enrolledOn: testDay },
      }),
    ])
    expect(body).toMatchObject({ acked: 5, results: [] })
    const { rows } = await pullAll(server, device)
    expect(rows.map(({ kind, siteId }) => [kind, siteId])).toEqual([
      ['network', null],
      ['site', device.site],
      ['place', device.site],
      ['member', device.site],
      ['device', device.site],
    ])
  })

  test('a second device with the same link is told that it was used, the same device hears the same answer', async () => {
    const server = await startServer()
    const keys = newKeys()
    const first = await (await postClaim(server.fetch, 'setup', server.setupSecret, keys.publicKey)).json()
    const again = await (await postClaim(server.fetch, 'setup', server.setupSecret, keys.publicKey)).json()
    expect(again).toEqual(first)
    const other = await postClaim(server.fetch, 'setup', server.setupSecret, newKeys().publicKey)
    expect([other.status, await other.json()]).toMatchObject([410, { code: 'code_used' }])
  })

  test('a restart replaces the link, a network makes it vanish, a day ends it', async () => {
    const server = await startServer()
    const fresh = await openSetupDoor(server.store, () => server.clock.now, server.random)
    const old = await postClaim(server.fetch, 'setup', server.setupSecret, newKeys().publicKey)
    expect([old.status, await old.json()]).toMatchObject([404, { code: 'code_unknown' }])
    server.clock.now += 24 * 60 * minutes + 1000
    const late = await postClaim(server.fetch, 'setup', fresh ?? '', newKeys().publicKey)
    expect([late.status, await late.json()]).toMatchObject([410, { code: 'code_expired' }])
    const claimed = await startClaimedServer()
    await pushAs(claimed.server, claimed.device, anId(), [anOperation(claimed.device, { seq: 1 })])
    expect(
      await openSetupDoor(claimed.server.store, () => claimed.server.clock.now, claimed.server.random),
    ).toBeUndefined()
  })

  test('[SEC-61] when the first device was never heard of, the next start opens the door again, beside it', async () => {
    const server = await startServer()
    const first = await (
      await postClaim(server.fetch, 'setup', server.setupSecret, newKeys().publicKey)
    ).json()
    const again = await openSetupDoor(server.store, () => server.clock.now, server.random)
    const second = await (await postClaim(server.fetch, 'setup', again ?? '', newKeys().publicKey)).json()
    const { network, site, founder } = first
    expect(second).toMatchObject({ network, site, founder })
    expect(second.device).not.toBe(first.device)
    const devices = await server.store.read((tx) => tx.all('select id from device'))
    expect(devices).toHaveLength(2)
  })

  test('the database keeps no secret, only digests', async () => {
    const server = await startServer()
    const rows = await server.store.read((tx) => tx.all('select * from enrolment'))
    expect(server.setupSecret).toMatch(/^[\w-]{22}$/)
    expect(JSON.stringify(rows)).not.toContain(server.setupSecret)
    expect(JSON.stringify(rows)).not.toContain(claimOf(server.setupSecret))
    expect(JSON.stringify(rows)).toContain(digestOfClaim(claimOf(server.setupSecret)))
  })
})

describe('[SC-67] the door for a second device', () => {
  test('[SEC-62] opens by the link or by the typed code, once', async () => {
    for (const way of ['link', 'typed'] as const) {
      const { server, device, door, knock } = await anOpenDoor()
      const enter = (key?: string) =>
        way === 'link'
          ? knock(door.id, door.link, key)
          : knock(door.typed.slice(0, 4), door.typed.slice(4), key)
      const { publicKey } = newKeys()
      const entered = await enter(publicKey)
      expect(entered).toMatchObject({
        status: 200,
        body: {
          device: door.id,
          network: device.network,
          site: device.site,
          founder: null,
          label: 'Tablette du hall',
        },
      })
      expect(await enter()).toMatchObject({ status: 410, body: { code: 'code_used' } })
      expect(await enter(publicKey)).toMatchObject({ status: 200, body: { device: door.id } })
      const { rows } = await pullAll(server, device)
      expect(rows.filter(({ kind }) => kind === 'device')).toHaveLength(1)
    }
  })

  test('expires after ten minutes, by one second', async () => {
    for (const [after, status] of [
      [10 * minutes, 200],
      [10 * minutes + 1000, 410],
    ] as const) {
      const { server, door, knock } = await anOpenDoor()
      server.clock.now += after
      expect((await knock(door.id, door.link)).status).toBe(status)
    }
  })

  test('is blocked after five wrong tries, even for the right code', async () => {
    const { door, knock } = await anOpenDoor()
    for (let index = 0; index < 5; index += 1)
      expect(await knock(door.id, `wrong ${index}`)).toMatchObject({
        status: 404,
        body: { code: 'code_unknown' },
      })
    expect(await knock(door.id, 'wrong again')).toMatchObject({ status: 429, body: { code: 'code_blocked' } })
    expect(await knock(door.id, door.link)).toMatchObject({ status: 429, body: { code: 'code_blocked' } })
    expect(await knock(door.typed.slice(0, 4), door.typed.slice(4))).toMatchObject({
      body: { code: 'code_blocked' },
    })
  })

  test('a thousand guesses from one address: twenty are looked at in a quarter of an hour', async () => {
    const { server, knock } = await anOpenDoor()
    const statuses: number[] = []
    for (let index = 0; index < 1000; index += 1)
      statuses.push((await knock('ZZZZ', `guess ${index}`)).status)
    expect(statuses.filter((status) => status === 404)).toHaveLength(20)
    expect(statuses.filter((status) => status === 429)).toHaveLength(980)
    server.clock.now += 15 * minutes + 1000
    expect((await knock('ZZZZ', 'guess')).status).toBe(404)
  })

  test('two devices racing: one enters', async () => {
    const { server, device, door, knock } = await anOpenDoor()
    const entered = await Promise.all(Array.from({ length: 8 }, () => knock(door.id, door.link)))
    expect(entered.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(entered.filter(({ status }) => status === 410)).toHaveLength(7)
    expect((await pullAll(server, device)).rows.filter(({ kind }) => kind === 'device')).toHaveLength(1)
  })

  test('a wrong or used code tells nothing to who does not hold the secret', async () => {
    const { door, knock } = await anOpenDoor()
    await knock(door.id, door.link)
    const used = await knock(door.id, 'something else')
    const unknown = await knock(anId(), 'something else')
    expect({ ...used.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' })
    expect(used.status).toBe(unknown.status)
  })

  test('two doors with the same four characters both open, each to its own code', async () => {
    const { server, device, knock } = await anOpenDoor('AB12AAAAAAAAAAAA')
    const second: Door = { id: anId(), link: 'other link', typed: 'AB12BBBBBBBBBBBB' }
    await openDoor(server, device, second)
    expect(await knock('AB12', 'BBBBBBBBBBBB')).toMatchObject({ status: 200, body: { device: second.id } })
    expect((await knock('AB12', 'AAAAAAAAAAAA')).status).toBe(200)
  })

  test('the new device writes at once, in the name of a member it knows', async () => {
    const { server, device } = await startClaimedServer()
    const tablet = await joinDevice(server, device)
    const { body } = await pushAs(server, tablet, anId(), [anOperation(device, { seq: 1 })])
    expect(body).toMatchObject({ acked: 1, results: [] })
  })

  test('a key that is no point of the curve is malformed, and the door stays open', async () => {
    const { door, knock } = await anOpenDoor()
    const wrong = Buffer.from(newKeys().publicKey, 'base64url')
    wrong[10] = (wrong[10] ?? 0) ^ 1
    expect(await knock(door.id, door.link, wrong.toString('base64url'))).toMatchObject({ status: 400 })
    expect((await knock(door.id, door.link)).status).toBe(200)
  })
})

describe('[SEC-75] opening a door is an administrative call', () => {
  test('an unknown member, a missing one or a wrong one is malformed', async () => {
    const { server, device } = await startClaimedServer()
    const door: Door = { id: anId(), link: 'l', typed: 'AB12CDEF34567890' }
    const wrongs: readonly Answer[] = [
      { role: 'coordinator' },
      { siteId: anId() },
      { rev: 3 },
      { tenant: device.network },
      { label: '' },
      { label: 'a\u202eb' },
      { use: 'server' },
      { by: 'me' },
      { hand: 'ILOU' },
    ]
    for (const wrong of wrongs) {
      const response = await openDoor(server, device, door, wrong)
      expect([response.status, await response.json()], JSON.stringify(wrong)).toMatchObject([
        400,
        { code: 'malformed' },
      ])
    }
  })

  test('an id already used in the network is malformed', async () => {
    const { server, device, door } = await anOpenDoor()
    expect((await openDoor(server, device, door)).status).toBe(400)
    expect((await openDoor(server, device, { ...door, id: device.device })).status).toBe(400)
  })
})
