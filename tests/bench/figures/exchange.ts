import { limits } from '#protocol/limits.ts'
import type { Figure, Measure } from '../figure.ts'
import { Relay } from '../relay.ts'
import { median, ms } from '../stats.ts'
import type { Workshop } from '../workshop.ts'
import { call, openBench } from './call.ts'
import { pin, setUp } from './journal.ts'
import { feedRows, insertAgain, openDatabase, sentOperations, zipped } from './serverRows.ts'

const visitCount = 10_000
const rounds = 3
const perPush = limits.pushOperations
const perPull = limits.pullRows

/** Milliseconds of one round: ours, and the raw limits right after it. */
interface Round {
  readonly push: number
  readonly pushWire: number
  readonly insert: number
  readonly pull: number
  readonly pullWire: number
  readonly put: number
}

/** Devices that work a long time without a network: their first minutes with one. */
export const push: Figure = {
  id: 'P-8',
  title: 'Push of 10,000 pending visits, against raw wire and the same rows inserted',
  budget: 'at least 40 % of the raw limit',
  run: async (workshop) => {
    const measured = await exchangeRounds(workshop)
    const raw = measured.map((round) => round.pushWire + round.insert)
    return [
      shareOfRaw(
        'Push of 10,000 visits, against raw wire and insert',
        measured.map((round) => round.push),
        raw,
        40,
      ),
    ]
  },
}

export const pull: Figure = {
  id: 'P-9',
  title: 'Pull of 10,000 visits into a fresh device, against raw wire and raw put',
  budget: 'at least 75 % of the raw limit',
  run: async (workshop) => {
    const measured = await exchangeRounds(workshop)
    const raw = measured.map((round) => round.pullWire + round.put)
    return [
      shareOfRaw(
        'Pull of 10,000 visits into a fresh device, against raw wire and put',
        measured.map((round) => round.pull),
        raw,
        75,
      ),
    ]
  },
}

export const bytes: Figure = {
  id: 'P-10',
  title: 'Bytes on the wire, both ways, against gzip of the same records',
  budget: 'at most 1.15 times',
  run: async (workshop) => {
    const server = await workshop.server()
    const relay = await Relay.start(server.server.port)
    try {
      const { page } = await workshop.chrome()
      await openBench(page, relay.origin)
      const setting = await setUp(page, server)
      await call(page, 'fillOutbox', 10, visitCount, setting)
      relay.taken()
      await call(page, 'pushPending')
      const sent = relay.taken()
      const link = await call(page, 'inviteLink', setting.member)
      const other = (await workshop.chrome()).page
      await openBench(other, relay.origin)
      await call(other, 'joinNetwork', link, pin)
      relay.taken()
      await call(other, 'pullFeed')
      const received = relay.taken()
      const database = openDatabase(server.dataDir)
      const [operations, rows] = [sentOperations(database), feedRows(database)]
      database.close()
      return [
        bytesAgainst(
          'Bytes to push 10,000 visits, against gzip of the operations',
          sent,
          operations,
          perPush,
        ),
        bytesAgainst('Bytes to pull 10,000 visits, against gzip of the rows', received, rows, perPull),
      ]
    } finally {
      relay.stop()
    }
  },
}

function bytesAgainst(
  what: string,
  { up, down }: { readonly up: number; readonly down: number },
  texts: readonly string[],
  perRequest: number,
): Measure {
  const raw = zipped(texts).length
  let bodies = 0
  for (let at = 0; at < texts.length; at += perRequest)
    bodies += zipped(texts.slice(at, at + perRequest)).length
  const each = (total: number): string => `${(total / visitCount).toFixed(0)} bytes a visit`
  const alone = `bodies alone ${(bodies / raw).toFixed(2)} ×, the rest is HTTP/1.1 headers`
  return {
    what,
    value: (up + down) / raw,
    unit: '×',
    max: 1.15,
    note: `${each(up + down)} against ${each(raw)}; ${alone}`,
  }
}

function shareOfRaw(what: string, ours: readonly number[], raw: readonly number[], min: number): Measure {
  const share = median(ours.map((took, round) => (100 * (raw[round] ?? Number.NaN)) / took))
  const speed = Math.round((1000 * visitCount) / median(ours))
  const note = `${ms(median(ours))} against ${ms(median(raw))}: ${speed} visits a second`
  return { what, value: share, unit: '%', min, note }
}

function exchangeRounds(workshop: Workshop): Promise<readonly Round[]> {
  return workshop.shared('exchange rounds', async () => {
    const measured: Round[] = []
    for (let round = 0; round < rounds; round += 1) measured.push(await exchangeRound(workshop, round))
    return measured
  })
}

/** A new server and two new devices: one sends its work, the other receives it; the raw limits beside each. */
async function exchangeRound(workshop: Workshop, seed: number): Promise<Round> {
  const server = await workshop.server()
  const raw = await workshop.rawServer('bench')
  const sender = await workshop.chrome()
  await openBench(sender.page, server.origin)
  const setting = await setUp(sender.page, server)
  await call(sender.page, 'fillOutbox', seed, visitCount, setting)
  const { took: push } = await call(sender.page, 'pushPending')
  const link = await call(sender.page, 'inviteLink', setting.member)

  const database = openDatabase(server.dataDir)
  raw.holds(zipped(sentOperations(database)))
  await openBench(sender.page, raw.origin)
  const pushWire = await call(sender.page, 'rawPush')
  const insert = insertAgain(database, perPush)
  await sender.discard()

  const receiver = await workshop.chrome()
  await openBench(receiver.page, server.origin)
  await call(receiver.page, 'joinNetwork', link, pin)
  const { took: pull } = await call(receiver.page, 'pullFeed')
  raw.holds(zipped(feedRows(database)))
  await openBench(receiver.page, raw.origin)
  const { wire: pullWire, put } = await call(receiver.page, 'rawPull')
  await receiver.discard()
  database.close()
  await server.stop()
  raw.stop()
  return { push, pushWire, insert, pull, pullWire, put }
}
