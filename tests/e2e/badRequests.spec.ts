import { gzipSync } from 'node:zlib'
import { type Answer, anId, DeviceClient, type Json, sends } from './deviceClient.ts'
import { expect, test } from './fixtures.ts'
import { aFoundedDevice, aVisitOf, resultOf, secretOf } from './foundedDevice.ts'
import type { Network } from './network.ts'

/*
 * Requests that the product's own client never makes. Each must get a clear coded answer, and change nothing that was
 * already there.
 */

test('[SC-19] the same operation twice, byte for byte, is one row', async ({ field }) => {
  const network = await field.aNetwork()
  const device = await aFoundedDevice(network)
  const visit = aVisitOf(device)

  expect((await device.pushes([visit])).status).toBe(200)
  expect((await device.pushes([visit])).status).toBe(200)

  const work = network.stored()
  expect(work.operations.filter(({ id }) => id === visit.id)).toHaveLength(1)
  expect(work.living('visit')).toHaveLength(1)
})

test('[SC-20] the same operation id with other content is refused, and the first one stays', async ({
  field,
}) => {
  const network = await field.aNetwork()
  const device = await aFoundedDevice(network)
  const visit = aVisitOf(device)
  await device.pushes([visit])
  const before = network.stored().living('visit')[0]?.facts

  device.writer = anId() // another sequence, or the place in the sequence alone would name it a repeat
  const answer = await device.pushes([
    { ...visit, seq: 1, set: { ...(visit.set as Json), outcome: 'blocked' } },
  ])

  expect(answer.status).toBe(409)
  expect(answer.json).toMatchObject({ code: 'operation_reused', id: visit.id })
  expect(network.stored().living('visit')[0]?.facts).toEqual(before)
})

test('[SC-21] one unacceptable operation of ten is held, the nine others are applied', async ({ field }) => {
  const network = await field.aNetwork()
  const device = await aFoundedDevice(network)
  const visits = Array.from({ length: 10 }, (_, at) =>
    at === 3
      ? aVisitOf(device, {
          set: {
            day: '2026-11-20',
            halfDay: 'am',
            placeId: device.place,
            arrival: 'flew',
            outcome: 'doneTogether',
          },
        })
      : aVisitOf(device),
  )

  const answer = await device.pushes(visits)

  expect(answer.status).toBe(200)
  expect(resultOf(answer, visits[3]?.id)).toMatchObject({ status: 'held', code: 'invalid' })
  const work = network.stored()
  expect(work.living('visit')).toHaveLength(9)
  expect(work.operations.find(({ id }) => id === visits[3]?.id)?.status).toBe('held')
})

test('[SYN-60] a hole in the sequence, and a place taken by another operation, are told apart', async ({
  field,
}) => {
  const network = await field.aNetwork()
  const device = await aFoundedDevice(network)
  const first = aVisitOf(device)
  await device.pushes([first])

  const hole = await device.pushes([{ ...aVisitOf(device), seq: 50 }])
  expect(hole.status).toBe(409)
  expect(hole.json).toMatchObject({ code: 'sequence_gap', acked: first.seq })

  const taken = await device.pushes([{ ...aVisitOf(device), seq: first.seq }])
  expect(taken.status).toBe(409)
  expect(taken.json).toMatchObject({ code: 'sequence_conflict', acked: first.seq })
  expect(network.stored().living('visit')).toHaveLength(1)
})

test('[SYN-58] unknown fields are kept, forbidden names and wrong values are held, none is lost', async ({
  field,
}) => {
  const network = await field.aNetwork()
  const device = await aFoundedDevice(network)
  const facts = {
    day: '2026-11-20',
    halfDay: 'am',
    placeId: device.place,
    arrival: 'walkIn',
    outcome: 'informed',
  }
  const newer = aVisitOf(device, { schema: 9, set: { ...facts, colourOfTheDoor: 'blue' } })
  const forbidden = aVisitOf(device, { set: { ...facts, 'constructor.x': 1 } })
  const clockTime = aVisitOf(device, { set: { ...facts, minutes: 9999 } })
  const unknownKind = device.operation({ kind: 'spaceship', set: { name: 'x' } })
  const future = aVisitOf(device, { set: { ...facts, day: '2199-01-01' } })
  const all = [newer, forbidden, clockTime, unknownKind, future]

  const answer = await device.pushes(all)

  expect(answer.status, answer.text).toBe(200)
  expect(resultOf(answer, newer.id)).toBeUndefined()
  expect(resultOf(answer, forbidden.id)).toMatchObject({ status: 'held', code: 'invalid' })
  expect(resultOf(answer, clockTime.id)).toMatchObject({ status: 'held', code: 'invalid' })
  expect(resultOf(answer, unknownKind.id)).toMatchObject({ status: 'held', code: 'schema_unknown' })
  expect(resultOf(answer, future.id)).toMatchObject({ status: 'held', code: 'invalid' })
  const work = network.stored()
  expect(work.operations.filter(({ id }) => all.some((one) => one.id === id))).toHaveLength(all.length)
  expect(work.living('visit').map(({ facts: kept }) => kept.colourOfTheDoor)).toEqual(['blue'])
})

test('[SYN-76] no mistake of a client gets a 500, and each gets a code', async ({ field }) => {
  const network = await field.aNetwork()
  const device = await aFoundedDevice(network)
  const before = network.stored()
  const push = (body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
    device.signs({ method: 'POST', path: '/api/sync/v1/operations', body, headers })
  const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`
  const bomb = gzipSync(Buffer.alloc(8 * 1024 * 1024))

  const answers: readonly (readonly [string, Answer])[] = [
    ['empty', await push('')],
    ['not JSON', await push('{')],
    ['an array', await push('[]')],
    ['null', await push('null')],
    ['a number', await push('1')],
    ['no operation', await device.pushes([])],
    ['201 operations', await device.pushes(Array.from({ length: 201 }, () => ({})))],
    ['an operation that is a text', await device.pushes(['x'])],
    ['an operation without id', await device.pushes([{ seq: 1 }])],
    ['a wrong record id', await device.pushes([{ ...aVisitOf(device), record: 'x' }])],
    ['a negative place', await device.pushes([{ ...aVisitOf(device), seq: -1 }])],
    ['a place that is a text', await device.pushes([{ ...aVisitOf(device), seq: '1' }])],
    ['a place out of numbers', await device.pushes([{ ...aVisitOf(device), seq: 2 ** 60 }])],
    ['a day that does not exist', await device.pushes([{ ...aVisitOf(device), day: '2026-02-30' }])],
    ['nested set', await device.pushes([{ ...aVisitOf(device), set: { a: { b: { c: 1 } } } }])],
    ['a wrong writer', await device.pushes([aVisitOf(device)], { writer: 'x' })],
    ['another incarnation', await device.pushes([aVisitOf(device)], { incarnation: 7 })],
    ['depth', await push(deep)],
    ['not gzip', await push('hello', { 'content-encoding': 'gzip' })],
    ['a bomb', await push(bomb, { 'content-encoding': 'gzip' })],
    ['an unknown coding', await push('{}', { 'content-encoding': 'br' })],
    ['not UTF-8', await push(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))],
    ['lone surrogate', await push('{"incarnation":1,"writer":"\\ud800","operations":[1]}')],
    ['another type', await push('{}', { 'content-type': 'text/plain' })],
    ['a wrong cursor', await device.pulls('x')],
    ['a long cursor', await device.pulls('x'.repeat(2_000))],
    ['a wrong limit', await device.signs({ method: 'GET', path: '/api/sync/v1/changes?limit=-5' })],
    ['a limit that is a text', await device.signs({ method: 'GET', path: '/api/sync/v1/changes?limit=abc' })],
    [
      'twice the cursor',
      await device.signs({ method: 'GET', path: '/api/sync/v1/changes?cursor=a&cursor=b' }),
    ],
    ['receipts of nobody', await device.signs({ method: 'GET', path: '/api/sync/v1/receipts' })],
    ['receipts of a word', await device.signs({ method: 'GET', path: '/api/sync/v1/receipts?writer=x' })],
    ['claim of nothing', await sends(network.server.port, claimOf({}))],
    [
      'claim of a wrong key',
      await sends(
        network.server.port,
        claimOf({ door: 'setup', claim: 'A'.repeat(43), publicKey: 'A'.repeat(87) }),
      ),
    ],
    [
      'opening a door without nonce',
      await device.signs({ method: 'POST', path: '/api/v1/enrol', body: '{}' }),
    ],
  ]

  for (const [label, answer] of answers) {
    expect.soft(answer.status, `${label}: ${answer.text.slice(0, 200)}`).toBeLessThan(500)
    if (answer.status >= 400)
      expect
        .soft(answer.json, label)
        .toMatchObject({ code: expect.any(String), requestId: expect.any(String) })
  }
  const after = network.stored()
  expect(after.living('visit')).toEqual(before.living('visit'))
  expect((await device.pushes([aVisitOf(device)])).status, 'a right request still passes').toBeLessThan(500)
})

function claimOf(body: Json): Parameters<typeof sends>[1] {
  return {
    method: 'POST',
    path: '/api/v1/enrol/claim',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}

test('[SC-66] a request that is not signed exactly as agreed is refused, always in the same words', async ({
  field,
}) => {
  const network = await field.aNetwork()
  const device = await aFoundedDevice(network)
  const pull = { method: 'GET', path: '/api/sync/v1/changes' } as const
  const other = new DeviceClient(() => network.server.port)
  other.id = device.id // another key under the same name
  const now = Math.floor(Date.now() / 1000)
  const drop = (name: string) => (headers: Record<string, string>) =>
    Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name))

  const refused: readonly (readonly [string, Answer])[] = [
    ['no signature', await device.signs(pull, { tamper: drop('signature') })],
    ['no input', await device.signs(pull, { tamper: drop('signature-input') })],
    ['no digest', await device.signs(pull, { tamper: drop('content-digest') })],
    [
      'another label',
      await device.signs(pull, {
        tamper: (headers) => ({ ...headers, signature: headers.signature?.replace('d=', 'e=') ?? '' }),
      }),
    ],
    [
      'two labels',
      await device.signs(pull, {
        tamper: (headers) => ({ ...headers, signature: `${headers.signature}, e=:AAAA:` }),
      }),
    ],
    [
      'another algorithm',
      await device.signs(pull, {
        tamper: (headers) => ({
          ...headers,
          'signature-input': headers['signature-input']?.replace('ecdsa-p256-sha256', 'hmac-sha256') ?? '',
        }),
      }),
    ],
    [
      'another digest',
      await device.signs(pull, {
        tamper: (headers) => ({ ...headers, 'content-digest': `sha-256=:${'A'.repeat(43)}=:` }),
      }),
    ],
    ['an hour ago', await device.signs(pull, { created: now - 3_600 })],
    ['in an hour', await device.signs(pull, { created: now + 3_600 })],
    ['another key', await other.signs(pull)],
    ['an unknown device', await stranger(network).signs(pull)],
  ]

  for (const [label, { status, json }] of refused) {
    expect.soft(status, label).toBe(401)
    expect.soft(json, label).toMatchObject({ code: 'unauthenticated', time: expect.any(String) })
    expect.soft(Object.keys(json).sort(), label).toEqual(['code', 'requestId', 'time'])
  }
  expect((await device.pulls()).status).toBe(200)
})

function stranger(network: Network): DeviceClient {
  const device = new DeviceClient(() => network.server.port)
  device.id = anId()
  return device
}

test('[SC-67] the set-up link opens once, and five wrong tries block a code', async ({ field }) => {
  const network = await field.aNetwork()
  await aFoundedDevice(network)
  const secret = secretOf(network)

  const second = await new DeviceClient(() => network.server.port).claims('setup', secret)
  expect(second.status).toBeGreaterThanOrEqual(400)
  expect(second.status).toBeLessThan(500)
  expect(second.json.code).toMatch(/^code_/)

  const guesses: number[] = []
  for (let guess = 0; guess < 8; guess += 1) {
    const { status } = await new DeviceClient(() => network.server.port).claims('ABCD', `WRONG${guess}`)
    guesses.push(status)
  }
  expect(guesses.every((status) => status >= 400 && status < 500)).toBe(true)
})

test('[SC-70] what belongs to the server is never taken from a device', async ({ field }) => {
  const network = await field.aNetwork()
  const device = await aFoundedDevice(network)
  const visit = aVisitOf(device, {
    siteId: anId(),
    rev: 1,
    deleted: true,
    role: 'networkAdmin',
    set: {
      day: '2026-11-20',
      halfDay: 'am',
      placeId: device.place,
      arrival: 'walkIn',
      outcome: 'informed',
      siteId: anId(),
      rev: 1,
      deleted: true,
    },
  })

  const answer = await device.pushes([visit])

  expect(answer.status).toBe(200)
  const stored = network.stored().records.find(({ id }) => id === visit.record)
  expect(stored?.deleted).toBe(false)
  expect(stored?.rev).toBeGreaterThan(4)
})
