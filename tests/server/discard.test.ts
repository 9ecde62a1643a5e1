import { expect, test } from 'vitest'
import { heldIdOf } from '#domain/heldIds.ts'
import type { Operation } from '#domain/operation.ts'
import {
  type Answer,
  anId,
  anOperation,
  factsOf,
  joinDevice,
  pullAll,
  pushAs,
  startClaimedServer,
  testDay,
} from './startServer.ts'

/** A site with a volunteer and a coordinator, and a visit of the volunteer that the server holds. */
async function aHeldVisit(change: Partial<Operation> = { set: { outcome: 'nonsense' } }) {
  const { server, device } = await startClaimedServer()
  const [volunteer, coordinator] = [anId(), anId()]
  const member = (record: string, role: string, seq: number) =>
    anOperation(device, { kind: 'member', record, seq, set: { name: role, role, startsOn: testDay } })
  const visit = anOperation(device, { seq: 3, by: volunteer, ...change })
  const writer = anId()
  const { body } = await pushAs(server, device, writer, [
    member(volunteer, 'volunteer', 1),
    member(coordinator, 'coordinator', 2),
    visit,
  ])
  const [result] = body.results as readonly { readonly records: readonly string[] }[]
  const held = result?.records[0] ?? ''
  const discards = async (by: string, seq: number, change: Readonly<Record<string, unknown>> = {}) => {
    const operation = { ...anOperation(device, { seq, by, kind: 'held', record: held, act: 'discard' }) }
    const pushed = await pushAs(server, device, writer, [{ ...operation, ...change }])
    expect(pushed, JSON.stringify(pushed.body)).toMatchObject({ status: 200 })
    return (pushed.body.results as readonly Answer[])[0]
  }
  const line = async () => (await pullAll(server, device)).rows.find(({ id }) => id === held)
  return { server, device, volunteer, coordinator, visit, held, discards, line }
}

test('[SYN-29] the author of a held operation discards it: every device learns it, the visit is left alone', async () => {
  const { server, device, volunteer, visit, held, discards, line } = await aHeldVisit()
  const before = factsOf(await line())

  expect(await discards(volunteer, 4)).toBeUndefined()

  expect(factsOf(await line())).toEqual({ ...before, settled: 'discarded' })
  const tablet = await joinDevice(server, device)
  const there = (await pullAll(server, tablet)).rows
  expect(factsOf(there.find(({ id }) => id === held)).settled).toBe('discarded')
  expect(there.some(({ id }) => id === visit.record)).toBe(false)
})

test('[SYN-87] discarding twice is no mistake, and the first decision stays', async () => {
  const { volunteer, discards, line } = await aHeldVisit()
  await discards(volunteer, 4)
  const first = factsOf(await line())
  expect(await discards(volunteer, 5)).toBeUndefined()
  expect(factsOf(await line())).toEqual(first)
})

test('[SEC-68] the work of another: a coordinator’s discard waits for a signature, anybody else may not', async () => {
  const { device, coordinator, discards, line } = await aHeldVisit()
  expect(await discards(coordinator, 4)).toMatchObject({ status: 'held', code: 'unsigned' })
  expect(await discards(device.founder, 5)).toMatchObject({ status: 'held', code: 'unsigned' })
  expect(await discards(anId(), 6)).toMatchObject({ status: 'held', code: 'depends' })
  expect(factsOf(await line())).not.toHaveProperty('settled')
})

test('[SYN-63] a discard of what nobody knows, or that brings fields, is held and closes nothing', async () => {
  const { volunteer, visit, discards, line } = await aHeldVisit()
  expect(await discards(volunteer, 4, { record: anId() })).toMatchObject({ code: 'depends' })
  expect(await discards(volunteer, 5, { set: { reason: 'x' } })).toMatchObject({ code: 'invalid' })
  expect(await discards(volunteer, 6, { kind: 'visit', record: visit.record })).toMatchObject({
    status: 'held',
  })
  expect(factsOf(await line())).not.toHaveProperty('settled')
})

test('[SYN-65] what was held for its length can be discarded all the same', async () => {
  const fields = Array.from({ length: 60 }, (_, at) => [`x${at}`, 'y'.repeat(100)] as const)
  const { volunteer, discards, line } = await aHeldVisit({ schema: 9, set: Object.fromEntries(fields) })
  expect(factsOf(await line())).toMatchObject({ reason: 'quota' })
  expect(await discards(volunteer, 4)).toBeUndefined()
  expect(factsOf(await line()).settled).toBe('discarded')
})

test('[SYN-23] a device that took the id of what will be held spoils nothing: it is held under another', async () => {
  const { server, device } = await startClaimedServer()
  const wrong = anOperation(device, { seq: 2, set: { outcome: 'nonsense' } })
  const taken = heldIdOf(wrong.id)
  const { status, body } = await pushAs(server, device, anId(), [
    anOperation(device, { seq: 1, record: taken }),
    wrong,
  ])
  expect({ status, results: body.results }).toMatchObject({
    status: 200,
    results: [{ id: wrong.id, status: 'held', code: 'invalid' }],
  })
  const { rows } = await pullAll(server, device)
  expect(rows.map(({ kind }) => kind)).toEqual(['visit', 'held'])
  expect(rows[0]?.id).toBe(taken)
})
