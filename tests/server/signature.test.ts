import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { paths } from '#protocol/version.ts'
import {
  anId,
  anOperation,
  joinDevice,
  newKeys,
  pushAs,
  signedInit,
  startClaimedServer,
  type TestDevice,
  type TestServer,
} from './startServer.ts'

/** Everything the database holds, as one number: a refused request must not change it. */
async function stateOf(server: TestServer): Promise<string> {
  const tables = ['tenant', 'record', 'operation', 'writer', 'repeated', 'device', 'nonce', 'enrolment']
  const rows = await server.store.read(async (tx) =>
    Promise.all(tables.map((table) => tx.all(`select * from ${table}`))),
  )
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
}

async function aPush(server: TestServer, device: TestDevice, path: string = paths.operations) {
  const body = JSON.stringify({
    incarnation: 1,
    writer: anId(),
    operations: [anOperation(device, { seq: 1 })],
  })
  return signedInit(device, path, { method: 'POST', body, created: Math.floor(server.clock.now / 1000) })
}

describe('[SC-65] a signed push taken from the wire', () => {
  test('sent again within five minutes it gets the same answer, later it is refused; the state does not move', async () => {
    const { server, device } = await startClaimedServer()
    const init = await aPush(server, device)
    const first = await (await server.fetch(paths.operations, init)).json()
    const state = await stateOf(server)
    for (const [seconds, status] of [
      [1, 200],
      [299, 200],
      [301, 401],
      [600, 401],
      [86_400, 401],
    ] as const) {
      server.clock.now += seconds * 1000
      const response = await server.fetch(paths.operations, init)
      expect(response.status, `${seconds} s`).toBe(status)
      if (status === 200)
        expect(await response.json()).toMatchObject({ acked: first.acked, head: first.head })
      server.clock.now -= seconds * 1000
    }
    expect(await stateOf(server)).toBe(state)
  })

  test('with another path, query, method or body it is refused', async () => {
    const { server, device } = await startClaimedServer()
    const init = await aPush(server, device)
    const state = await stateOf(server)
    const tries: readonly (readonly [string, RequestInit])[] = [
      [`${paths.operations}?a=1`, init],
      [`${paths.operations}?`, init],
      [paths.enrol, init],
      [paths.changes, { ...init, method: 'GET', body: null }],
      [paths.operations, { ...init, body: `${init.body} ` }],
      [paths.operations, { ...init, body: String(init.body).replace('"incarnation":1', '"incarnation":2') }],
    ]
    for (const [path, changed] of tries) {
      const response = await server.fetch(path, changed)
      if (path.endsWith('?')) continue // a lone ? and no ? are one query (RFC 9421 § 2.2.7)
      expect(response.status, path).toBe(401)
    }
    await server.fetch(paths.operations, init)
    expect(await stateOf(server)).not.toBe(state)
  })

  test('two of them in the other order: a gap first, then both', async () => {
    const { server, device } = await startClaimedServer()
    const writer = anId()
    const [one, two] = [1, 2].map((seq) => [anOperation(device, { seq })])
    expect((await pushAs(server, device, writer, two ?? [])).body).toMatchObject({
      code: 'sequence_gap',
      acked: 0,
    })
    expect((await pushAs(server, device, writer, one ?? [])).body).toMatchObject({ acked: 1 })
    expect((await pushAs(server, device, writer, two ?? [])).body).toMatchObject({ acked: 2 })
  })
})

describe('[SC-66] a signature that is not exactly the profile', () => {
  const forge: readonly (readonly [string, (headers: Record<string, string>) => Record<string, string>])[] = [
    ['no signature', ({ signature: _, ...rest }) => rest],
    ['no parameters', ({ 'signature-input': _, ...rest }) => rest],
    ['no digest', ({ 'content-digest': _, ...rest }) => rest],
    [
      'another label',
      (headers) => ({ ...headers, 'signature-input': `${headers['signature-input']}`.replace('d=', 'e=') }),
    ],
    [
      'two labels',
      (headers) => ({
        ...headers,
        'signature-input': `${headers['signature-input']}, ${headers['signature-input']}`,
      }),
    ],
    [
      'two signatures',
      (headers) => ({ ...headers, signature: `${headers.signature}, ${headers.signature}` }),
    ],
    [
      'a missing component',
      (headers) => ({
        ...headers,
        'signature-input': `${headers['signature-input']}`.replace(' "@query"', ''),
      }),
    ],
    [
      'another algorithm',
      (headers) => ({
        ...headers,
        'signature-input': `${headers['signature-input']}`.replace('ecdsa-p256-sha256', 'hmac-sha256'),
      }),
    ],
    [
      'another tag',
      (headers) => ({
        ...headers,
        'signature-input': `${headers['signature-input']}`.replace('permanence-1', 'permanence-2'),
      }),
    ],
    [
      'an unknown parameter',
      (headers) => ({ ...headers, 'signature-input': `${headers['signature-input']};expires=9` }),
    ],
    [
      'two digests',
      (headers) => ({
        ...headers,
        'content-digest': `${headers['content-digest']}, ${headers['content-digest']}`,
      }),
    ],
    ['a wrong digest', (headers) => ({ ...headers, 'content-digest': `sha-256=:${'A'.repeat(43)}=:` })],
    [
      'another digest algorithm',
      (headers) => ({
        ...headers,
        'content-digest': `${headers['content-digest']}`.replace('sha-256', 'sha-512'),
      }),
    ],
    ['a signature of zeros', (headers) => ({ ...headers, signature: `d=:${'A'.repeat(86)}==:` })],
    [
      'another content type',
      (headers) => ({ ...headers, 'content-type': 'application/json; charset=utf-8' }),
    ],
    [
      'a device nobody knows',
      (headers) => ({
        ...headers,
        'signature-input': `${headers['signature-input']}`.replace(/keyid="[^"]+"/, `keyid="${anId()}"`),
      }),
    ],
    [
      'a nonce where none belongs',
      (headers) => ({
        ...headers,
        'signature-input': `${headers['signature-input']};nonce="${'n'.repeat(22)}"`,
      }),
    ],
  ]

  test.each(forge)('%s: refused like any other', async (_name, change) => {
    const { server, device } = await startClaimedServer()
    const init = await aPush(server, device)
    const response = await server.fetch(paths.operations, { ...init, headers: change(init.headers) })
    expect(response.status).toBe(401)
    expect(Object.keys(await response.json())).toEqual(['code', 'requestId', 'time'])
    expect(server.lines.at(-1)).toMatchObject({ status: 401, code: 'unauthenticated' })
  })

  test('the key of another device, a clock an hour off: refused, and the answer tells the time', async () => {
    const { server, device } = await startClaimedServer()
    const tablet = await joinDevice(server, device)
    const init = await aPush(server, { ...device, device: tablet.device })
    expect((await server.fetch(paths.operations, init)).status).toBe(401)
    for (const seconds of [-3600, 3600]) {
      const created = Math.floor(server.clock.now / 1000) + seconds
      const late = await server.fetch(paths.changes, signedInit(device, paths.changes, { created }))
      expect(late.status).toBe(401)
      expect(await late.json()).toMatchObject({
        code: 'unauthenticated',
        time: new Date(server.clock.now).toISOString(),
      })
    }
  })

  test('a path written otherwise is not the path that was signed', async () => {
    const { server, device } = await startClaimedServer()
    const init = await aPush(server, device, '/api/sync/v1%2Foperations')
    expect((await server.fetch('/api/sync/v1%2Foperations', init)).status).toBe(401)
    expect(
      (
        await server.fetch(
          '/api/sync/v1/%6fperations',
          await aPush(server, device, '/api/sync/v1/%6fperations'),
        )
      ).status,
    ).toBe(401)
  })

  test('a nonce is good once, for one key, and needed on administrative calls', async () => {
    const { server, device } = await startClaimedServer()
    await expect(joinDevice(server, device)).resolves.toBeDefined()
    const before = server.lines.length
    const body = JSON.stringify({})
    const created = Math.floor(server.clock.now / 1000)
    const without = await server.fetch(
      paths.enrol,
      signedInit(device, paths.enrol, { method: 'POST', body, created }),
    )
    expect(without.status).toBe(401)
    expect(server.lines.slice(before)).toMatchObject([{ status: 401 }])
  })

  test('an administrative call sent twice is refused the second time, its nonce being used', async () => {
    const { server, device } = await startClaimedServer()
    const digest = 'A'.repeat(43)
    const call = (id: string) => {
      const body = JSON.stringify({
        id,
        hand: 'AB12',
        linkDigest: digest,
        handDigest: digest,
        label: 'Tablette',
        use: 'staff',
        by: device.founder,
      })
      const created = Math.floor(server.clock.now / 1000)
      return signedInit(device, paths.enrol, { method: 'POST', body, created, nonce: 'n'.repeat(22) })
    }
    expect((await server.fetch(paths.enrol, call(anId()))).status).toBe(200)
    const state = await stateOf(server)
    expect((await server.fetch(paths.enrol, call(anId()))).status).toBe(401)
    expect(await stateOf(server)).toBe(state)
    server.clock.now += 16 * 60_000
    expect((await server.fetch(paths.enrol, call(anId()))).status).toBe(200)
  })

  test('an unknown device costs the server as much as a wrong signature: medians of interleaved tries', async () => {
    const { server, device } = await startClaimedServer()
    const stranger = { device: anId(), ...newKeys() }
    const impostor = { device: device.device, ...newKeys() }
    const times = new Map<unknown, number[]>([
      [stranger, []],
      [impostor, []],
    ])
    for (let round = 0; round < 600; round += 1) {
      server.clock.now += 1000
      const who = round % 2 === 0 ? stranger : impostor
      const init = signedInit(who, paths.changes, { created: Math.floor(server.clock.now / 1000) })
      const started = performance.now()
      await server.fetch(paths.changes, init)
      if (round >= 100) times.get(who)?.push(performance.now() - started)
    }
    const [unknown = 0, wrong = 0] = [...times.values()].map(
      (list) => list.sort((one, other) => one - other)[125],
    )
    console.log(`unknown device ${unknown.toFixed(3)} ms, wrong signature ${wrong.toFixed(3)} ms`)
    expect(unknown / wrong).toBeGreaterThan(0.7)
    expect(unknown / wrong).toBeLessThan(1.4)
  })
})

test('[SEC-87] a device whose record says revoked or lost is refused at its next request, by name of the reason', async () => {
  const { server, device } = await startClaimedServer()
  const tablet = await joinDevice(server, device)
  const writer = anId()
  const setState = (seq: number, state: string) =>
    pushAs(server, device, writer, [
      anOperation(device, { seq, kind: 'device', record: tablet.device, base: 99, set: { state } }),
    ])
  await setState(1, 'revoked')
  expect(await pushAs(server, tablet, anId(), [anOperation(device, { seq: 1 })])).toMatchObject({
    status: 403,
    body: { code: 'device_revoked' },
  })
  await setState(2, 'active')
  expect((await pushAs(server, tablet, anId(), [anOperation(device, { seq: 1 })])).status).toBe(200)
})

test('[SEC-59] another site’s page gets nothing from the API, our own pages and plain clients do', async () => {
  const { server, device } = await startClaimedServer()
  for (const [site, status] of [
    ['cross-site', 403],
    ['same-site', 403],
    ['same-origin', 200],
    ['none', 200],
  ] as const) {
    const created = Math.floor(server.clock.now / 1000)
    const init = signedInit(device, paths.changes, { created, headers: { 'sec-fetch-site': site } })
    expect((await server.fetch(paths.changes, init)).status, site).toBe(status)
  }
})

test('[SEC-75] beyond 120 requests in a burst a device waits, another one does not', async () => {
  const { server, device } = await startClaimedServer()
  const tablet = await joinDevice(server, device)
  const ask = (who: TestDevice) => {
    const created = Math.floor(server.clock.now / 1000)
    return server.fetch(paths.changes, signedInit(who, paths.changes, { created }))
  }
  const statuses: number[] = []
  for (let index = 0; index < 125; index += 1) statuses.push((await ask(device)).status)
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(118)
  const refused = await ask(device)
  expect([refused.status, await refused.json()]).toMatchObject([429, { code: 'busy' }])
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await ask(tablet)).status).toBe(200)
  server.clock.now += Number(refused.headers.get('retry-after')) * 1000
  expect((await ask(device)).status).toBe(200)
})

test('[SEC-32] a public computer may ask ten times a minute', async () => {
  const { server, device } = await startClaimedServer()
  const borne = await joinDevice(server, device, { use: 'borne' })
  const statuses: number[] = []
  for (let index = 0; index < 15; index += 1) {
    const created = Math.floor(server.clock.now / 1000)
    statuses.push((await server.fetch(paths.changes, signedInit(borne, paths.changes, { created }))).status)
  }
  expect(statuses).toEqual([...Array(10).fill(200), ...Array(5).fill(429)])
})
