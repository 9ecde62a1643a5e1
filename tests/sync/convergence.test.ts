import fc from 'fast-check'
import { expect, test } from 'vitest'
import { viewOf } from '#storage/shown.ts'
import {
  anId,
  joinDevice,
  pullAll as pullRaw,
  startClaimedServer,
  type TestDevice,
  type TestServer,
  testDay,
} from '../server/startServer.ts'
import { logOf, type SyncedDevice, syncedDevice, type Weather } from './syncedDevice.ts'

/*
 * SC-36: three devices, few records, steps drawn at random with cuts, and then a calm in which all must agree.
 * PERMANENCE_RUNS asks for more runs; PERMANENCE_SEED plays one again.
 */
const runs = Number(process.env.PERMANENCE_RUNS ?? 60)
const seed = process.env.PERMANENCE_SEED === undefined ? {} : { seed: Number(process.env.PERMANENCE_SEED) }

type Step =
  | { readonly do: 'create'; readonly at: number; readonly record: number; readonly minutes: number }
  | { readonly do: 'edit'; readonly at: number; readonly record: number; readonly minutes: number }
  | { readonly do: 'choose'; readonly at: number; readonly record: number; readonly add: boolean }
  | { readonly do: 'delete' | 'restore'; readonly at: number; readonly record: number }
  | { readonly do: 'sync'; readonly at: number; readonly weather: readonly Weather[] }
  | { readonly do: 'copyDisk' | 'putDiskBack'; readonly at: number }

const at = fc.integer({ min: 0, max: 2 })
const record = fc.integer({ min: 0, max: 3 })
const minutes = fc.integer({ min: 0, max: 5 })
const weather: fc.Arbitrary<Weather> = fc.constantFrom('fair', 'lost', 'late', 'portal')
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('create' as const), at, record, minutes }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('edit' as const), at, record, minutes }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('choose' as const), at, record, add: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('delete' as const, 'restore' as const), at, record }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('sync' as const),
      at,
      weather: fc.array(weather, { maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('copyDisk' as const, 'putDiskBack' as const), at }),
  },
)

interface World {
  readonly server: TestServer
  readonly founder: TestDevice
  readonly devices: readonly SyncedDevice[]
  readonly records: readonly string[]
  readonly copies: Map<number, ReturnType<SyncedDevice['snapshot']>>
}

async function aWorld(): Promise<World> {
  const { server, device } = await startClaimedServer()
  const first = await syncedDevice(server, device)
  const member = { name: 'Aïcha', role: 'coordinator', startsOn: testDay }
  await first.saves({ kind: 'member', record: device.founder, change: { set: member } })
  await first.syncs()
  const others = await Promise.all(
    [1, 2].map(async () => syncedDevice(server, await joinDevice(server, device))),
  )
  return {
    server,
    founder: device,
    devices: [first, ...others],
    records: Array.from({ length: 4 }, () => anId()),
    copies: new Map(),
  }
}

async function take(world: World, step: Step): Promise<void> {
  const device = world.devices[step.at]
  const record = 'record' in step ? world.records[step.record] : undefined
  if (device === undefined) return
  const on = { kind: 'visit', record: record ?? '' }
  switch (step.do) {
    case 'create':
    case 'edit': {
      const rest =
        step.do === 'create' ? { day: testDay, halfDay: 'am', arrival: 'walkIn', outcome: 'doneAlone' } : {}
      await device.saves({ ...on, change: { set: { ...rest, minutes: step.minutes } } })
      return
    }
    case 'choose':
      await device.saves({ ...on, change: { [step.add ? 'add' : 'remove']: { obstacles: ['noAnswer'] } } })
      return
    case 'delete':
    case 'restore':
      await device.saves({ ...on, act: step.do })
      return
    case 'sync':
      await device.syncs(...step.weather)
      return
    case 'copyDisk':
      world.copies.set(step.at, device.snapshot())
      return
    case 'putDiskBack': {
      const copy = world.copies.get(step.at)
      if (copy !== undefined) device.restore(copy)
    }
  }
}

/** What is said of the records, in one form whoever says it. */
function picture(rows: readonly { readonly id: string; readonly rev: number; readonly facts: unknown }[]) {
  return rows
    .map(({ id, rev, facts }) => ({ id, rev, facts }))
    .sort((left, right) => (left.id < right.id ? -1 : 1))
}

async function calm(world: World): Promise<void> {
  for (let round = 0; round < 3; round += 1) for (const device of world.devices) await device.syncs()
}

async function check(world: World): Promise<void> {
  await calm(world)
  const log = await logOf(world.server)
  // I2: each operation once, whatever was repeated.
  expect([...log.values()].filter((times) => times !== 1)).toEqual([])
  const { rows } = await pullRaw(world.server, world.founder)
  const expected = picture(rows.filter((row) => 'facts' in row) as never)
  for (const device of world.devices) {
    const outbox = await device.outbox()
    // I14, I1: nothing waits, and all that any device still has is in the log.
    expect(outbox.filter(({ state }) => state !== 'kept')).toEqual([])
    expect(outbox.filter(({ id }) => !log.has(id))).toEqual([])
    // I6: the rows are the server's, and nothing covers them.
    const records = await device.records()
    const alive = records.filter(({ deleted }) => deleted !== true)
    expect(picture(alive.map(viewOf))).toEqual(expected)
    expect(records.filter(({ view }) => view !== undefined)).toEqual([])
  }
}

test('[SC-36] [SYN-112] three devices with a bad network end in agreement, and nothing is lost or doubled', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const world = await aWorld()
      for (const one of steps) await take(world, one)
      await check(world)
      await world.server.store.close()
    }),
    { numRuns: runs, ...seed },
  )
}, 300_000)
