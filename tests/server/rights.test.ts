import { describe, expect, test } from 'vitest'
import { paths } from '#protocol/version.ts'
import {
  anId,
  anOperation,
  factsOf,
  joinDevice,
  pullAll,
  pushAs,
  signedFetch,
  startClaimedServer,
  type TestDevice,
  type TestServer,
  testDay,
} from './startServer.ts'

const roles = ['volunteer', 'mediator', 'coordinator', 'networkAdmin'] as const
type Role = (typeof roles)[number]

/** A site with one member per role, and one record of each kind made by the founder. */
async function aTeam(): Promise<{
  readonly server: TestServer
  readonly device: TestDevice
  readonly writer: string
  readonly members: Readonly<Record<Role, string>>
  readonly records: Readonly<Record<string, string>>
  readonly head: number
  readonly seq: number
}> {
  const { server, device } = await startClaimedServer()
  const writer = anId()
  const members = Object.fromEntries(roles.map((role) => [role, anId()])) as Record<Role, string>
  const records: Record<string, string> = {
    network: device.network,
    site: device.site,
    device: device.device,
  }
  for (const kind of ['organisation', 'place', 'slot', 'member', 'event', 'visit']) records[kind] = anId()
  const operations = [
    ...roles.map((role) => ({
      kind: 'member',
      record: members[role],
      set: { name: role, role, startsOn: '2026-01-01' },
    })),
    ...Object.entries(records).map(([kind, record]) => ({ kind, record, set: sample(kind) })),
  ].map((change, index) => anOperation(device, { ...change, seq: index + 1 }))
  const { body } = await pushAs(server, device, writer, operations)
  expect(body.results).toEqual([])
  return { server, device, writer, members, records, head: Number(body.head), seq: operations.length }
}

function sample(kind: string): Record<string, string | number> {
  const samples: Record<string, Record<string, string | number>> = {
    network: { name: 'Ville' },
    site: { name: 'Quartier' },
    organisation: { name: 'Caisse', type: 'cpam' },
    place: { name: 'Maison', kind: 'ccas', opensOn: '2026-01-01' },
    slot: { placeId: anId(), recurrence: 'weekly', weekday: 1, halfDay: 'am', from: '2026-01-01' },
    member: { name: 'Karim', role: 'volunteer', startsOn: '2026-01-01' },
    device: { label: 'Bureau', use: 'staff', state: 'active', enrolledOn: '2026-01-01' },
    event: { type: 'permanence', state: 'held' },
    visit: { day: testDay, halfDay: 'am', placeId: anId(), arrival: 'walkIn', outcome: 'informed' },
  }
  return samples[kind] ?? {}
}

/** 3-domain § 3.3, written again here on purpose: c create, u update, d delete. */
const may: Readonly<Record<string, Readonly<Record<Role, string>>>> = {
  network: { volunteer: '', mediator: '', coordinator: '', networkAdmin: 'u' },
  site: { volunteer: '', mediator: '', coordinator: 'u', networkAdmin: '' },
  organisation: { volunteer: '', mediator: 'cu', coordinator: 'cud', networkAdmin: 'cud' },
  place: { volunteer: '', mediator: '', coordinator: 'cud', networkAdmin: 'c' },
  slot: { volunteer: '', mediator: '', coordinator: 'cud', networkAdmin: 'c' },
  member: { volunteer: '', mediator: '', coordinator: 'cud', networkAdmin: 'cu' },
  device: { volunteer: '', mediator: '', coordinator: 'cud', networkAdmin: '' },
  event: { volunteer: 'cu', mediator: 'cu', coordinator: 'cud', networkAdmin: '' },
  visit: { volunteer: 'c', mediator: 'cu', coordinator: 'cud', networkAdmin: '' },
}

describe('[SC-69] what each role may write on a device of its site; the rest is held, never applied', () => {
  const cases = Object.keys(may).flatMap((kind) => roles.map((role) => [kind, role] as const))
  test.each(cases)('%s by a %s', async (kind, role) => {
    const { server, device, writer, members, records, head, seq } = await aTeam()
    const by = members[role]
    const tries = [
      ...(kind === 'network' || kind === 'site'
        ? []
        : [['c', { record: anId(), base: 0, set: sample(kind) }] as const]),
      ['u', { record: records[kind] ?? '', base: head, set: sample(kind) }] as const,
      ['d', { record: records[kind] ?? '', base: head + 2, act: 'delete' as const }] as const,
    ]
    const operations = tries.map(([, change], index) =>
      anOperation(device, { kind, by, seq: seq + index + 1, ...change }),
    )
    const { status, body } = await pushAs(server, device, writer, operations)
    expect(status).toBe(200)
    const held = (body.results as { id: string; code: string }[]).map(({ id, code }) => {
      expect(code).toBe('not_allowed')
      return id
    })
    const allowed = tries
      .filter((_, index) => !held.includes(operations[index]?.id ?? ''))
      .map(([letter]) => letter)
    expect(allowed.join('')).toBe(may[kind]?.[role])
  })

  test('an own visit may be changed and deleted for seven days, not on the eighth', async () => {
    for (const role of ['volunteer', 'mediator'] as const)
      for (const [day, isAllowed] of [
        ['2026-03-12', true],
        ['2026-03-19', true],
        ['2026-03-20', false],
      ] as const) {
        const { server, device, writer, members, seq } = await aTeam()
        const by = members[role]
        const record = anId()
        await pushAs(server, device, writer, [anOperation(device, { by, seq: seq + 1, record })])
        server.clock.now = Date.parse(`${day}T10:00:00Z`)
        const { body } = await pushAs(server, device, writer, [
          anOperation(device, { by, seq: seq + 2, record, day, base: 99, act: 'delete' }),
        ])
        expect(body.results, `${role} ${day}`).toHaveLength(isAllowed ? 0 : 1)
      }
  })

  test('a volunteer’s event: the permanence of the day and its tallies, nothing more', async () => {
    const { server, device, writer, members, records, head, seq } = await aTeam()
    const operations = [{ set: { 'tallies.turnedAway.d1': 2 } }, { set: { capacity: 9 } }].map(
      (change, index) =>
        anOperation(device, {
          kind: 'event',
          by: members.volunteer,
          record: records.event ?? '',
          base: head,
          seq: seq + index + 1,
          ...change,
        }),
    )
    const { body } = await pushAs(server, device, writer, operations)
    expect(body.results).toMatchObject([{ id: operations[1]?.id, code: 'not_allowed' }])
  })

  test('a public computer writes none of these records', async () => {
    const { server, device, members } = await aTeam()
    const borne = await joinDevice(server, device, { use: 'borne' })
    const { body } = await pushAs(server, borne, anId(), [
      anOperation(device, { seq: 1, by: members.coordinator }),
      anOperation(device, { seq: 2, kind: 'member', set: sample('member') }),
    ])
    expect(body.results).toMatchObject([{ code: 'not_allowed' }, { code: 'not_allowed' }])
  })

  test('only a coordinator opens a door, on a staff device; denials are in the journal', async () => {
    const { server, device, members } = await aTeam()
    for (const role of roles) {
      const joined = joinDevice(server, device, { by: members[role] })
      await (role === 'coordinator'
        ? expect(joined).resolves.toBeDefined()
        : expect(joined).rejects.toThrow('not_allowed'))
    }
    expect(server.lines.filter(({ code, status }) => code === 'not_allowed' && status === 403)).toHaveLength(
      3,
    )
  })

  test('without a signature every route but health and claim answers 401, to any method a client may try', async () => {
    const { server } = await aTeam()
    const headers = { 'content-type': 'application/json' }
    for (const path of [paths.operations, paths.changes, paths.receipts, paths.enrol]) {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
        const response = await server.fetch(path, {
          method,
          headers,
          ...(method !== 'GET' && { body: '{}' }),
        })
        expect([401, 405], `${method} ${path}`).toContain(response.status)
      }
    }
    expect((await server.fetch(paths.health)).status).toBe(200)
    expect((await server.fetch('/api/v1/devices')).status).toBe(404)
  })
})

describe('[SYN-63] who the author is', () => {
  test('nobody known: depends; gone or ended on that day: author_revoked; before the first day too', async () => {
    const { server, device, writer, members, seq } = await aTeam()
    await pushAs(server, device, writer, [
      anOperation(device, {
        kind: 'member',
        record: members.volunteer,
        base: 99,
        seq: seq + 1,
        set: { endsOn: '2026-03-10' },
      }),
      anOperation(device, {
        kind: 'member',
        record: members.mediator,
        base: 99,
        seq: seq + 2,
        act: 'delete',
      }),
    ])
    const { body } = await pushAs(server, device, writer, [
      anOperation(device, { seq: seq + 3, by: anId() }),
      anOperation(device, { seq: seq + 4, by: members.volunteer }),
      anOperation(device, { seq: seq + 5, by: members.volunteer, day: '2026-03-10' }),
      anOperation(device, { seq: seq + 6, by: members.mediator }),
      anOperation(device, { seq: seq + 7, by: members.coordinator, day: '2025-12-31' }),
    ])
    expect((body.results as { code: string }[]).map(({ code }) => code)).toEqual([
      'depends',
      'author_revoked',
      'author_revoked',
      'author_revoked',
    ])
  })

  test('[I20] a clock that starts in 1970, or runs ten years ahead, takes no right away', async () => {
    const { server, device, writer, members, seq } = await aTeam()
    const by = members.volunteer
    const [early, late] = [anId(), anId()]
    const set = { halfDay: 'am', placeId: anId(), arrival: 'walkIn', outcome: 'informed' }
    const { body } = await pushAs(server, device, writer, [
      anOperation(device, { seq: seq + 1, by, record: early, day: '1970-01-01', clock: 'unverified', set }),
      anOperation(device, { seq: seq + 2, by, record: late, day: '2036-03-12', set }),
      anOperation(device, { seq: seq + 3, by, record: early, base: 99, act: 'delete' }),
      anOperation(device, { seq: seq + 4, by, record: late, base: 99, act: 'delete' }),
    ])
    expect(body.results).toEqual([])
  })

  test('a member made in the same push may write after it', async () => {
    const { server, device, writer, seq } = await aTeam()
    const by = anId()
    const { body } = await pushAs(server, device, writer, [
      anOperation(device, { kind: 'member', record: by, seq: seq + 1, set: sample('member') }),
      anOperation(device, { seq: seq + 2, by }),
    ])
    expect(body.results).toEqual([])
  })

  test('a coordinator cannot make a network administrator, of anybody', async () => {
    const { server, device, writer, members, head, seq } = await aTeam()
    const promote = (index: number, by: string) =>
      anOperation(device, {
        kind: 'member',
        record: members.coordinator,
        by,
        base: head,
        seq: seq + index,
        set: { role: 'networkAdmin' },
      })
    const { body } = await pushAs(server, device, writer, [
      promote(1, members.coordinator),
      promote(2, members.networkAdmin),
    ])
    expect(body.results).toMatchObject([{ code: 'not_allowed' }])
  })

  test('a founder whose own record ended is nobody any more', async () => {
    const { server, device, writer, members, seq } = await aTeam()
    const { body } = await pushAs(server, device, writer, [
      anOperation(device, {
        kind: 'member',
        record: device.founder,
        by: members.coordinator,
        seq: seq + 1,
        set: { name: 'Aline', role: 'coordinator', startsOn: '2026-01-01', endsOn: '2026-03-01' },
      }),
      anOperation(device, { seq: seq + 2 }),
    ])
    expect(body.results).toMatchObject([{ code: 'author_revoked' }])
  })
})

test('[SC-70] what only the server decides is never taken from a body', async () => {
  const { server, device } = await startClaimedServer()
  const operation = {
    ...anOperation(device, { seq: 1 }),
    role: 'networkAdmin',
    siteId: anId(),
    tenant: anId(),
    rev: 900,
    deleted: true,
    erasedOn: testDay,
    epoch: 4,
    status: 'applied',
  }
  const { body } = await pushAs(server, device, anId(), [operation])
  expect(body).toMatchObject({ head: 1, results: [] })
  const [row] = (await pullAll(server, device)).rows
  expect(row).toEqual({
    id: operation.record,
    kind: 'visit',
    by: device.founder,
    rev: 1,
    schema: 1,
    siteId: device.site,
    facts: { ...operation.set, ...operation.add },
  })
})

test('[SC-70] nor from `set`: such names are ordinary unknown fields and change nothing', async () => {
  const { server, device } = await startClaimedServer()
  const set = { siteId: anId(), rev: 900, deleted: true, author: anId(), outcome: 'informed' }
  await pushAs(server, device, anId(), [anOperation(device, { seq: 1, set })])
  const [row] = (await pullAll(server, device)).rows
  expect(row).toMatchObject({ siteId: device.site, rev: 1 })
  expect(row).not.toHaveProperty('deleted')
  expect(factsOf(row).outcome).toBe('informed')
})

test('[SC-70] a network has one record of its own, and an act brings no fields', async () => {
  const { server, device } = await startClaimedServer()
  const { body } = await pushAs(server, device, anId(), [
    anOperation(device, { seq: 1, kind: 'network', set: { name: 'Une autre' } }),
    anOperation(device, { seq: 2, act: 'delete', set: { minutes: 3 } }),
    anOperation(device, { seq: 3, kind: 'held', set: { settled: 'discarded' } }),
    anOperation(device, { seq: 4, kind: 'conflict', set: { settled: 'kept' } }),
    anOperation(device, { seq: 5, act: 'erase' }),
  ])
  expect((body.results as { code: string }[]).map(({ code }) => code)).toEqual([
    'invalid',
    'invalid',
    'not_allowed',
    'not_allowed',
    'not_allowed',
  ])
})

test('[SEC-76] a visit of tomorrow is held, one of today in Paris is not, whatever the zone of the machine', async () => {
  const { server, device } = await startClaimedServer()
  server.clock.now = Date.UTC(2026, 2, 11, 23, 30) // 0 h 30 on the 12th in Paris
  const visit = (seq: number, day: string) =>
    anOperation(device, {
      seq,
      set: { day, halfDay: 'am', placeId: anId(), arrival: 'walkIn', outcome: 'informed' },
    })
  const { body } = await pushAs(server, device, anId(), [visit(1, '2026-03-12'), visit(2, '2026-03-13')])
  expect(body.results).toMatchObject([{ code: 'invalid' }])
})

test('[SC-73] nothing personal reaches the journal: no body, query, record, name, address', async () => {
  const { server, device } = await startClaimedServer()
  const writer = anId()
  const operation = anOperation(device, {
    seq: 1,
    kind: 'member',
    set: { name: 'Zénobie Marqueur', role: 'volunteer', startsOn: testDay },
  })
  await pushAs(server, device, writer, [operation])
  await signedFetch(server, device, `${paths.receipts}?writer=${writer}`)
  await server.fetch(`/api/v1/\r\n\u001b[31mrouge?name=Zénobie`)
  await server.fetch(paths.claim, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"door":"Zénobie"}',
  })
  const journal = JSON.stringify(server.lines)
  for (const marker of ['Zénobie', 'Z%C3', operation.record, operation.id, writer, '\u001b', 'rouge', '?'])
    expect(journal).not.toContain(marker)
  expect(server.lines.length).toBeGreaterThanOrEqual(4)
})
