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

test('[SC-20] the same id with another content is refused, the first one kept', async () => {
  const { server, device } = await startClaimedServer()
  const writer = anId()
  const operation = anOperation(device, { seq: 1 })
  await pushAs(server, device, writer, [operation])

  const other = { ...operation, seq: 2, set: { ...operation.set, minutes: 45 } }
  const refused = await pushAs(server, device, writer, [other])

  expect(refused).toMatchObject({ status: 409, body: { code: 'operation_reused', id: operation.id } })
  const { rows } = await pullAll(server, device)
  expect(rows).toHaveLength(1)
  expect(rows[0]?.facts).toMatchObject({ minutes: 30 })
})

test('[SEC-103] a social-security number in the place of a mandate number is held, and in no visit', async () => {
  const { server, device } = await startClaimedServer()
  const wrong = anOperation(device, { seq: 1 })
  const operation = { ...wrong, set: { ...wrong.set, 'mandate.ref': '185057800608491' } }

  const { body } = await pushAs(server, device, anId(), [operation])

  expect(body).toMatchObject({ results: [{ id: wrong.id, status: 'held', code: 'invalid' }] })
  const { rows } = await pullAll(server, device)
  expect(rows.filter((row) => row.kind === 'visit')).toEqual([])
})

test('[SC-21] of ten operations with a wrong fourth, nine apply and the fourth is held with its reason', async () => {
  const { server, device } = await startClaimedServer()
  const operations = Array.from({ length: 10 }, (_, index) =>
    anOperation(device, {
      seq: index + 1,
      set: {
        day: testDay,
        halfDay: 'am',
        placeId: anId(),
        arrival: 'walkIn',
        outcome: 'informed',
        minutes: index === 3 ? 999 : 15,
      },
    }),
  )
  const wrong = operations[3]

  const { status, body } = await pushAs(server, device, anId(), operations)

  expect(status).toBe(200)
  expect(body).toMatchObject({ acked: 10, results: [{ id: wrong?.id, status: 'held', code: 'invalid' }] })
  const { rows } = await pullAll(server, device)
  expect(rows.filter((row) => row.kind === 'visit')).toHaveLength(9)
  const held = rows.find((row) => row.kind === 'held')
  expect(held).toMatchObject({
    siteId: device.site,
    facts: {
      operation: wrong?.id,
      record: wrong?.record,
      recordKind: 'visit',
      reason: 'invalid',
      by: device.founder,
      device: device.device,
      day: testDay,
    },
  })
  const { seq: _seq, ...body4 } = wrong ?? {}
  expect(JSON.parse(String(factsOf(held).body))).toEqual(body4)
})

describe('[SYN-60] the sequence of a writer', () => {
  test('a place beyond the next one is a gap, and nothing of the push happened', async () => {
    const { server, device } = await startClaimedServer()
    const writer = anId()
    await pushAs(server, device, writer, [anOperation(device, { seq: 1 })])
    const push = await pushAs(server, device, writer, [
      anOperation(device, { seq: 2 }),
      anOperation(device, { seq: 4 }),
    ])
    expect(push).toMatchObject({ status: 409, body: { code: 'sequence_gap', acked: 1 } })
    expect((await pullAll(server, device)).rows).toHaveLength(1)
  })

  test('a place already taken by another operation is a conflict', async () => {
    const { server, device } = await startClaimedServer()
    const writer = anId()
    await pushAs(server, device, writer, [anOperation(device, { seq: 1 }), anOperation(device, { seq: 2 })])
    const push = await pushAs(server, device, writer, [anOperation(device, { seq: 2 })])
    expect(push).toMatchObject({ status: 409, body: { code: 'sequence_conflict', acked: 2 } })
  })

  test('a push that begins before what is acknowledged goes on after it', async () => {
    const { server, device } = await startClaimedServer()
    const writer = anId()
    const [one, two, three] = [1, 2, 3].map((seq) => anOperation(device, { seq }))
    await pushAs(server, device, writer, [one, two])
    const push = await pushAs(server, device, writer, [one, two, three])
    expect(push).toMatchObject({ status: 200, body: { acked: 3, head: 3, results: [] } })
  })

  test('[SYN-55] a writer belongs to the device that first used it', async () => {
    const { server, device } = await startClaimedServer()
    const tablet = await joinDevice(server, device)
    const writer = anId()
    await pushAs(server, device, writer, [anOperation(device, { seq: 1 })])
    const push = await pushAs(server, tablet, writer, [anOperation(device, { seq: 2 })])
    expect(push).toMatchObject({ status: 409, body: { code: 'sequence_conflict', acked: 0 } })
  })
})

describe('[SYN-61] an operation is known by its id, in the whole network and for ever', () => {
  test('renumbered under a new writer it advances the sequence and changes nothing', async () => {
    const { server, device } = await startClaimedServer()
    const operation = anOperation(device, { seq: 7 })
    await pushAs(server, device, anId(), [{ ...operation, seq: 1 }])
    const fresh = anId()
    const push = await pushAs(server, device, fresh, [
      { ...operation, seq: 1 },
      anOperation(device, { seq: 2 }),
    ])
    expect(push).toMatchObject({ status: 200, body: { acked: 2, head: 2 } })
    expect((await pullAll(server, device)).rows).toHaveLength(2)
    const again = await pushAs(server, device, fresh, [{ ...operation, seq: 1 }])
    expect(again).toMatchObject({ status: 200, body: { acked: 2, head: 2 } })
    const other = await pushAs(server, device, fresh, [anOperation(device, { seq: 1 })])
    expect(other.body).toMatchObject({ code: 'sequence_conflict' })
  })

  test('twice in one push it applies once', async () => {
    const { server, device } = await startClaimedServer()
    const operation = anOperation(device, { seq: 1 })
    const push = await pushAs(server, device, anId(), [operation, { ...operation, seq: 2 }])
    expect(push).toMatchObject({ status: 200, body: { acked: 2, head: 1 } })
    expect((await pullAll(server, device)).rows).toHaveLength(1)
  })

  test('sent by another device, as from a rescue file, it is a duplicate', async () => {
    const { server, device } = await startClaimedServer()
    const tablet = await joinDevice(server, device)
    const operation = anOperation(device, { seq: 1 })
    const { body: first } = await pushAs(server, device, anId(), [operation])
    const { body } = await pushAs(server, tablet, anId(), [operation])
    expect(body).toMatchObject({ acked: 1, head: first.head })
  })

  test('[SYN-57] the order of its members, its place and its signature are not part of it', async () => {
    const { server, device } = await startClaimedServer()
    const operation = anOperation(device, { seq: 1 })
    await pushAs(server, device, anId(), [operation])
    const reversed = Object.fromEntries(Object.entries({ ...operation, sig: 'later' }).reverse())
    const { status, body } = await pushAs(server, device, anId(), [reversed])
    expect(status).toBe(200)
    expect(body).toMatchObject({ head: 1 })
  })
})

test('[SYN-62] a duplicate gets the outcome of the first time', async () => {
  const { server, device } = await startClaimedServer()
  const operations = [
    anOperation(device, { seq: 1 }),
    anOperation(device, { seq: 2, by: anId() }),
    anOperation(device, { seq: 3 }),
  ]
  const writer = anId()
  const first = await pushAs(server, device, writer, operations)
  const again = await pushAs(server, device, writer, operations)
  expect(again.body.results).toEqual(first.body.results)
  expect(again.body.results).toMatchObject([{ id: operations[1]?.id, status: 'held', code: 'depends' }])
})

test('[SYN-72] a receipt tells what the server holds of a writer, and the same nothing of unknown and foreign ones', async () => {
  const { server, device } = await startClaimedServer()
  const tablet = await joinDevice(server, device)
  const writer = anId()
  await pushAs(server, device, writer, [
    anOperation(device, { seq: 1 }),
    anOperation(device, { seq: 2, by: anId() }),
  ])
  const ask = async (by: typeof device, of: string) =>
    (await signedFetch(server, by, `${paths.receipts}?writer=${of}`)).json()

  expect(await ask(device, writer)).toMatchObject({ acked: 2, counts: { applied: 1, held: 1, conflict: 0 } })
  const nothing = await ask(tablet, anId())
  expect(nothing).toMatchObject({ acked: 0, counts: { applied: 0, held: 0, conflict: 0 } })
  expect(await ask(tablet, writer)).toEqual(nothing)
})

test('[SYN-49] a push of another incarnation is sent back with the present one', async () => {
  const { server, device } = await startClaimedServer()
  const push = await pushAs(server, device, anId(), [anOperation(device, { seq: 1 })], { incarnation: 2 })
  expect(push).toMatchObject({ status: 409, body: { code: 'server_restored', incarnation: 1 } })
})

describe('[SYN-23] an operation that cannot be read is named, so that the device sets aside that one', () => {
  const wrongs: readonly (readonly [string, Record<string, unknown>])[] = [
    ['no kind', { kind: undefined }],
    ['a day that does not exist', { day: '2026-02-30' }],
    ['a base below zero', { base: -1 }],
    ['a text too long', { set: { outcome: 'x'.repeat(300) } }],
    ['an object as a value', { set: { outcome: { deep: true } } }],
    ['half a character', { set: { outcome: '\ud800' } }],
    ['65 fields', { set: Object.fromEntries(Array.from({ length: 65 }, (_, index) => [`f${index}`, 1])) }],
    ['an unknown act', { act: 'explode' }],
    ['a depth beyond 6', { later: { a: { b: { c: { d: 1 } } } } }],
  ]
  test.each(wrongs)('%s', async (_name, change) => {
    const { server, device } = await startClaimedServer()
    const wrong = { ...anOperation(device, { seq: 2 }), ...change }
    const push = await pushAs(server, device, anId(), [anOperation(device, { seq: 1 }), wrong])
    expect(push).toMatchObject({ status: 400, body: { code: 'malformed', id: wrong.id } })
    expect((await pullAll(server, device)).rows).toEqual([])
  })

  test('a body that is not a push has no id to name', async () => {
    const { server, device } = await startClaimedServer()
    for (const body of ['{}', '[]', 'null', '{"operations":[]}', 'not json', '{"incarnation":1}'])
      expect(
        await bodyOf(await signedFetch(server, device, paths.operations, { method: 'POST', body })),
      ).toMatchObject({
        code: 'malformed',
      })
  })
})

async function bodyOf(response: Response): Promise<unknown> {
  return response.json()
}

test('[SYN-23] an operation whose storing fails is held as failed, the others apply', async () => {
  const { server, device } = await startClaimedServer()
  await server.store.transaction((tx) =>
    tx.run(`create trigger trap before insert on record when new.facts like '%"rank":13%'
      begin select raise(abort, 'trap'); end`),
  )
  const operations = [12, 13, 14].map((rank, index) =>
    anOperation(device, {
      seq: index + 1,
      set: { day: testDay, halfDay: 'am', placeId: anId(), arrival: 'walkIn', outcome: 'informed', rank },
    }),
  )
  const { status, body } = await pushAs(server, device, anId(), operations)
  expect(status).toBe(200)
  expect(body).toMatchObject({ acked: 3, head: 3, results: [{ id: operations[1]?.id, code: 'failed' }] })
  expect((await pullAll(server, device)).rows.map((row) => row.kind)).toEqual(['visit', 'held', 'visit'])
  expect(server.lines).toContainEqual(expect.objectContaining({ event: 'operation failed' }))
})

test('[SYN-63] a failure outside one operation rolls the whole push back', async () => {
  const { server, device } = await startClaimedServer()
  await server.store.transaction((tx) =>
    tx.run("create trigger trap before insert on operation begin select raise(abort, 'trap'); end"),
  )
  const push = await pushAs(server, device, anId(), [anOperation(device, { seq: 1 })])
  expect(push).toMatchObject({ status: 500, body: { code: 'failed' } })
  expect(push.body).not.toHaveProperty('stack')
  const page = await (await signedFetch(server, device, paths.changes)).json()
  expect(page).toMatchObject({ head: 0, rows: [] })
})

describe('[SYN-58] what this version does not know travels untouched', () => {
  test('an unknown field is merged and served back, an unknown member is kept with the operation', async () => {
    const { server, device } = await startClaimedServer()
    const operation = {
      ...anOperation(device, { seq: 1, schema: 9, set: { 'weather.sky': 'grey', outcome: 'informed' } }),
      mood: { of: 'the day' },
    }
    await pushAs(server, device, anId(), [operation])
    const { rows } = await pullAll(server, device)
    expect(rows[0]).toMatchObject({ schema: 9, facts: { 'weather.sky': 'grey', outcome: 'informed' } })
    const logged = await server.store.read((tx) => tx.get<{ body: string }>('select body from operation'))
    expect(JSON.parse(logged?.body ?? '')).toMatchObject({ mood: { of: 'the day' } })
  })

  test.each(['__proto__', 'constructor', 'prototype', 'a.__proto__', 'Upper', 'a b', `a${'b'.repeat(70)}`])(
    'the field name %s is held, not applied and not lost',
    async (name) => {
      const { server, device } = await startClaimedServer()
      const text = JSON.stringify(anOperation(device, { seq: 1, set: { outcome: 'informed' } }))
      const body = `{"incarnation":1,"writer":"${anId()}","operations":[${text.replace('"outcome"', `"${name}":1,"outcome"`)}]}`
      const response = await signedFetch(server, device, paths.operations, { method: 'POST', body })
      expect(await response.json()).toMatchObject({
        acked: 1,
        results: [{ status: 'held', code: 'invalid' }],
      })
      const [row] = (await pullAll(server, device)).rows
      expect(String(factsOf(row).body)).toContain(`"${name}":1`)
    },
  )

  test('an unknown kind is held until a version that knows it', async () => {
    const { server, device } = await startClaimedServer()
    const { body } = await pushAs(server, device, anId(), [
      anOperation(device, { seq: 1, kind: 'wishingWell', set: { depth: 3 } }),
    ])
    expect(body.results).toMatchObject([{ status: 'held', code: 'schema_unknown' }])
  })
})

describe('[SYN-79] two devices on one record', () => {
  test('a field changed unseen: the later value applies, the other is kept beside it with authors and days', async () => {
    const { server, device } = await startClaimedServer()
    const tablet = await joinDevice(server, device)
    const made = anOperation(device, { seq: 1 })
    const writer = anId()
    const { body: first } = await pushAs(server, device, writer, [made])
    const base = Number(first.head)
    const edit = { kind: 'visit', record: made.record, base }
    const one = anOperation(device, { ...edit, seq: 2, set: { minutes: 45 }, day: '2026-03-11' })
    const two = anOperation(device, { ...edit, seq: 1, set: { minutes: 60, outcome: 'blocked' } })
    await pushAs(server, device, writer, [one])

    const { body } = await pushAs(server, tablet, anId(), [two])

    expect(body.results).toMatchObject([{ id: two.id, status: 'conflict' }])
    const { rows } = await pullAll(server, device)
    expect(rows.find((row) => row.id === made.record)?.facts).toMatchObject({
      minutes: 60,
      outcome: 'blocked',
    })
    expect(rows.find((row) => row.kind === 'conflict')).toMatchObject({
      siteId: device.site,
      facts: {
        record: made.record,
        recordKind: 'visit',
        field: 'minutes',
        kept: 60,
        lost: 45,
        keptBy: device.founder,
        lostBy: device.founder,
        keptDay: testDay,
        lostDay: '2026-03-11',
      },
    })
  })

  test('[SYN-80] other fields changed unseen: no question, the row says parallel until someone who saw it writes', async () => {
    const { server, device } = await startClaimedServer()
    const tablet = await joinDevice(server, device)
    const made = anOperation(device, { seq: 1 })
    const writer = anId()
    const { body } = await pushAs(server, device, writer, [made])
    const edit = { kind: 'visit', record: made.record, base: Number(body.head) }
    await pushAs(server, device, writer, [anOperation(device, { ...edit, seq: 2, set: { minutes: 45 } })])
    const tabletWriter = anId()
    await pushAs(server, tablet, tabletWriter, [
      anOperation(device, { ...edit, seq: 1, set: { outcome: 'blocked' } }),
    ])
    const row = async () => (await pullAll(server, device)).rows.find(({ id }) => id === made.record)
    expect(await row()).toMatchObject({ parallel: true, facts: { minutes: 45, outcome: 'blocked' } })
    const seen = Number((await row())?.rev)
    await pushAs(server, tablet, tabletWriter, [
      anOperation(device, { ...edit, base: seen, seq: 2, set: { rank: 3 } }),
    ])
    expect(await row()).not.toHaveProperty('parallel')
  })

  test('[SYN-86] a delete that had not seen an edit waits; an edit after a delete waits; a restore brings it back', async () => {
    const { server, device } = await startClaimedServer()
    const tablet = await joinDevice(server, device)
    const made = anOperation(device, { seq: 1 })
    const writer = anId()
    const tabletWriter = anId()
    const { body } = await pushAs(server, device, writer, [made])
    const edit = { kind: 'visit', record: made.record, base: Number(body.head) }
    await pushAs(server, device, writer, [anOperation(device, { ...edit, seq: 2, set: { minutes: 45 } })])

    const early = await pushAs(server, tablet, tabletWriter, [
      anOperation(device, { ...edit, seq: 1, act: 'delete' }),
    ])
    expect(early.body.results).toMatchObject([{ status: 'held', code: 'base_outdated' }])

    const seen = Number(early.body.head)
    await pushAs(server, tablet, tabletWriter, [
      anOperation(device, { ...edit, base: seen, seq: 2, act: 'delete' }),
    ])
    const rows = (await pullAll(server, device)).rows
    expect(rows.find(({ id }) => id === made.record)).toEqual({
      id: made.record,
      kind: 'visit',
      rev: seen + 1,
      deleted: true,
    })

    const late = await pushAs(server, device, writer, [
      anOperation(device, { ...edit, seq: 3, set: { minutes: 60 } }),
    ])
    expect(late.body.results).toMatchObject([{ status: 'held', code: 'record_deleted' }])
    await pushAs(server, device, writer, [
      anOperation(device, { ...edit, base: Number(late.body.head), seq: 4, act: 'restore' }),
    ])
    const back = (await pullAll(server, device)).rows.find(({ id }) => id === made.record)
    expect(back?.facts).toMatchObject({ minutes: 45 })
  })
})

test('[SYN-84] an edit whose creation is held waits with it; an edit of an unknown record creates it', async () => {
  const { server, device } = await startClaimedServer()
  const wrong = anOperation(device, { seq: 1, set: { outcome: 'nonsense' } })
  const edit = anOperation(device, { seq: 2, record: wrong.record, set: { minutes: 15 } })
  const other = anOperation(device, { seq: 3, base: 40, set: { minutes: 15 } })
  const writer = anId()
  const { body } = await pushAs(server, device, writer, [wrong, edit, other])
  expect(body.results).toMatchObject([
    { id: wrong.id, code: 'invalid' },
    { id: edit.id, code: 'depends' },
  ])
  const later = anOperation(device, { seq: 4, record: wrong.record, set: { minutes: 30 } })
  const next = await pushAs(server, device, writer, [later])
  expect(next.body.results).toMatchObject([{ id: later.id, code: 'depends' }])
  expect((await pullAll(server, device)).rows.find(({ id }) => id === other.record)?.facts).toEqual({
    minutes: 15,
  })
})

test('[SYN-65] facts that grow beyond 4 KiB are held, the record stays as it was', async () => {
  const { server, device } = await startClaimedServer()
  const record = anId()
  const long = (from: number) =>
    Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`x${from + index}`, 'y'.repeat(50)]))
  const operations = [0, 30, 60].map((from, index) =>
    anOperation(device, { seq: index + 1, record, schema: 9, set: long(from) }),
  )
  const { body } = await pushAs(server, device, anId(), operations)
  expect(body.results).toMatchObject([{ id: operations[2]?.id, code: 'quota' }])
  const row = (await pullAll(server, device)).rows.find(({ id }) => id === record)
  expect(Object.keys(factsOf(row))).toHaveLength(60)
})

test('[SYN-64] a box from a device without a vault is kept, not stored as genuine', async () => {
  const { server, device } = await startClaimedServer()
  const operation = { ...anOperation(device, { seq: 1 }), seal: { sealed: { v: 1, ct: 'AAAA' } } }
  const { body } = await pushAs(server, device, anId(), [operation])
  expect(body.results).toMatchObject([{ status: 'held', code: 'not_allowed' }])
})

test('[SYN-44] the log keeps the day of receipt and the offset of the device in minutes, no clock time', async () => {
  const { server, device } = await startClaimedServer()
  const now = new Date(server.clock.now + 7 * 60_000).toISOString()
  const body = JSON.stringify({
    incarnation: 1,
    writer: anId(),
    now,
    operations: [anOperation(device, { seq: 1 })],
  })
  await signedFetch(server, device, paths.operations, { method: 'POST', body })
  const row = await server.store.read((tx) => tx.get<Record<string, unknown>>('select * from operation'))
  expect(row).toMatchObject({ day_received: testDay, offset_minutes: 7 })
  expect(JSON.stringify(row)).not.toMatch(/T\d\d:\d\d|\d{13}/)
})
