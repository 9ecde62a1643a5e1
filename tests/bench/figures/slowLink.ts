import type { Figure } from '../figure.ts'
import { median, medianRatio, ms } from '../stats.ts'
import { call, openBench } from './call.ts'
import { setUp } from './journal.ts'
import { openDatabase, sentOperations, zipped } from './serverRows.ts'

const visitCount = 30
const rounds = 5

/** The five minutes of network of a tablet: a half-day leaves it over a poor line. */
export const slowLink: Figure = {
  id: 'P-11',
  title: 'Thirty pending visits over the slow link, against one zipped request of the same bytes',
  budget: 'at most 2 times, until all is sent',
  run: async (workshop) => {
    const server = await workshop.server()
    const raw = await workshop.rawServer('bench')
    const chrome = await workshop.chrome()
    const rawChrome = await workshop.chrome()
    await openBench(chrome.page, server.origin)
    const setting = await setUp(chrome.page, server)
    await call(chrome.page, 'pushPending')
    await call(chrome.page, 'pullFeed')
    await openBench(rawChrome.page, raw.origin)
    await chrome.slowsLink()
    await rawChrome.slowsLink()
    const [sent, all, wire]: [number[], number[], number[]] = [[], [], []]
    for (let round = 0; round < rounds; round += 1) {
      await call(chrome.page, 'fillOutbox', round, visitCount, setting)
      const push = await call(chrome.page, 'pushPending')
      const pull = await call(chrome.page, 'pullFeed')
      sent.push(push.took)
      all.push(push.took + pull.took)
      const database = openDatabase(server.dataDir)
      raw.holds(zipped(sentOperations(database, visitCount)))
      database.close()
      wire.push(await call(rawChrome.page, 'rawPush'))
    }
    const note = (ours: readonly number[]): string => `${ms(median(ours))} against ${ms(median(wire))}`
    return [
      {
        what: 'Thirty visits over the slow link: all sent, against one request',
        value: medianRatio(all, wire),
        unit: '×',
        max: 2,
        note: note(all),
      },
      {
        what: 'Thirty visits over the slow link: received by the server',
        value: medianRatio(sent, wire),
        unit: '×',
        note: note(sent),
      },
    ]
  },
}
