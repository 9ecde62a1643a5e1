import { expect, test } from 'vitest'
import { anId, anOperation, factsOf, pullAll, pushAs, startClaimedServer, testDay } from './startServer.ts'

const codesOf = (body: Readonly<Record<string, unknown>>) =>
  (body.results as readonly { readonly code: string }[]).map(({ code }) => code)

test('[SYN-65] an operation longer than any kind may be is too large: no row that a page cannot carry is ever kept', async () => {
  const { server, device } = await startClaimedServer()
  const operation = { ...anOperation(device, { seq: 1 }), later: '"\\'.repeat(60_000) }

  const { status, body } = await pushAs(server, device, anId(), [operation], { gzip: true })

  expect({ status, code: body.code }).toEqual({ status: 413, code: 'too_large' })
  expect((await pullAll(server, device)).rows).toEqual([])
})

test('[SYN-79] a base that nobody has been told yet has seen nothing', async () => {
  const { server, device } = await startClaimedServer()
  const visit = anOperation(device, { seq: 1 })
  await pushAs(server, device, anId(), [visit])
  const other = { kind: 'visit', record: visit.record, base: Number.MAX_SAFE_INTEGER } as const

  const { body } = await pushAs(server, device, anId(), [
    anOperation(device, { ...other, seq: 1, set: { minutes: 7 } }),
  ])
  const later = await pushAs(server, device, anId(), [
    anOperation(device, { ...other, seq: 1, act: 'delete' }),
  ])

  expect(body.results).toMatchObject([{ status: 'conflict' }])
  expect(codesOf(later.body)).toEqual(['base_outdated'])
})

test('[VIS-5] doing in the place of a person: never a volunteer, and never without a mandate, whatever the screen let through', async () => {
  const { server, device } = await startClaimedServer()
  const writer = anId()
  const volunteer = anId()
  const set = { name: 'Léo', role: 'volunteer', function: 'civicService', startsOn: testDay }
  await pushAs(server, device, writer, [
    anOperation(device, { seq: 1, kind: 'member', record: volunteer, set }),
  ])
  const inTheirPlace = { ...anOperation(device, { seq: 0 }).set, posture: 'inTheirPlace' }
  const withMandate = { ...inTheirPlace, 'mandate.ref': 'M-2026-014' }

  const { body } = await pushAs(server, device, writer, [
    anOperation(device, { seq: 2, by: volunteer, set: withMandate }),
    anOperation(device, { seq: 3, set: inTheirPlace }),
    anOperation(device, { seq: 4, set: withMandate }),
  ])

  expect(codesOf(body)).toEqual(['not_allowed', 'invalid'])
})

test('[ROL-1] « own, for seven days »: a day before the visit was made does not make it younger', async () => {
  const { server, device } = await startClaimedServer()
  const writer = anId()
  const volunteer = anId()
  const set = { name: 'Léo', role: 'volunteer', function: 'civicService', startsOn: '2025-01-01' }
  const visit = anOperation(device, { seq: 2, by: volunteer })
  await pushAs(server, device, writer, [
    anOperation(device, { seq: 1, kind: 'member', record: volunteer, set }),
    visit,
  ])
  server.clock.now += 20 * 86_400_000

  const edit = { kind: 'visit', record: visit.record, base: 2, by: volunteer, set: { minutes: 5 } } as const
  const { body } = await pushAs(server, device, writer, [
    anOperation(device, { ...edit, seq: 3, day: '2025-06-01' }),
  ])

  expect(codesOf(body)).toEqual(['not_allowed'])
})

test('[GEN-3] a clock time, a control or a bidi character does not slip in under an unknown name', async () => {
  const { server, device } = await startClaimedServer()
  const values = ['14:32', '2026-11-29T14:32:00Z', '9h05', 'a\u0000b', 'a\u202eb', 'x'.repeat(65)]
  const operations = values.map((later, at) => anOperation(device, { seq: at + 1, set: { later } }))
  const { body } = await pushAs(server, device, anId(), [
    ...operations,
    anOperation(device, { seq: values.length + 1, set: { later: 'someCode' } }),
  ])
  expect(codesOf(body)).toEqual(values.map(() => 'invalid'))
})

test('[SYN-59] a set holds at most 32 codes, in one addition or in several', async () => {
  const { server, device } = await startClaimedServer()
  const writer = anId()
  const visit = anOperation(device, { seq: 1 })
  const codes = (from: number) => Array.from({ length: 20 }, (_, at) => `local.${from + at}`)
  const more = { kind: 'visit', record: visit.record, base: 1 } as const
  const { body } = await pushAs(server, device, writer, [
    visit,
    anOperation(device, { ...more, seq: 2, add: { obstacles: codes(0) } }),
    anOperation(device, { ...more, seq: 3, add: { obstacles: codes(100) } }),
  ])
  expect(codesOf(body)).toEqual(['quota'])
  const [row] = (await pullAll(server, device)).rows
  expect(factsOf(row).obstacles).toHaveLength(20)
})

test('[SYN-76] a list where fields are expected cannot be read', async () => {
  const { server, device } = await startClaimedServer()
  const operation = { ...anOperation(device, { seq: 1 }), set: [] }
  const { status, body } = await pushAs(server, device, anId(), [operation])
  expect({ status, body }).toMatchObject({ status: 400, body: { code: 'malformed', id: operation.id } })
})

test('[SEC-76] a visit before its place opened is held, in the push that makes the place too', async () => {
  const { server, device } = await startClaimedServer()
  const place = anId()
  const visitOn = (seq: number, day: string) =>
    anOperation(device, { seq, set: { ...anOperation(device, { seq: 1 }).set, day, placeId: place } })
  const { body } = await pushAs(server, device, anId(), [
    anOperation(device, {
      seq: 1,
      kind: 'place',
      record: place,
      set: { name: 'Maison imaginaire', kind: 'other', opensOn: '2026-01-01' },
    }),
    visitOn(2, '2020-01-01'),
    visitOn(3, '1970-01-01'),
    visitOn(4, '2026-01-01'),
  ])
  expect(codesOf(body)).toEqual(['invalid', 'invalid'])
})
