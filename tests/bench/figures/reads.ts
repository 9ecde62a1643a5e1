import { addDays, type Day, weekday } from '#domain/day.ts'
import { todayInParis } from '../../e2e/words.ts'
import type { Figure, Measure } from '../figure.ts'
import type { ReadRound } from '../page/reads.ts'
import { median, medianRatio, ms } from '../stats.ts'
import { idFrom, randomFrom } from '../visits.ts'
import { call, openBench } from './call.ts'

const visitCount = 100_000
const rounds = 5

/** Ten places over four years: the lists a person opens most, in a device that is as full as it may be. */
export const reads: Figure = {
  id: 'P-6',
  title: 'Day list and month of a place among 100,000 visits, against the same raw index read',
  budget: 'at most 3 times the raw read',
  run: async (workshop) => {
    const { origin } = await workshop.rawServer('bench')
    const { page } = await workshop.chrome()
    await openBench(page, origin)
    const until = todayInParis()
    const draw = randomFrom(6)
    const places = Array.from({ length: 10 }, () => idFrom(draw, '2020-01-06'))
    const load = { places, until, visitsPerPlaceAndDay: 10 }
    await call(page, 'startAlone', until)
    await call(page, 'fillRecords', 6, visitCount, load)
    await call(page, 'fillRawReads', 6, visitCount, load)
    const days = workingDays(until, 40)
    await call(page, 'readRound', 'day', days, places)
    const measures: Measure[] = []
    for (const what of ['day', 'month'] as const) {
      const measured: ReadRound[] = []
      for (let round = 0; round < rounds; round += 1) {
        measured.push(await call(page, 'readRound', what, days, places))
      }
      const product = measured.map((round) => median(round.product))
      const raw = measured.map((round) => median(round.raw))
      const rows = measured.at(-1)?.rows ?? 0
      measures.push({
        what: `${what === 'day' ? 'Day list' : 'Month'} of a place among 100,000 visits, against a raw index read`,
        value: medianRatio(product, raw),
        unit: '×',
        max: 3,
        note: `${ms(median(product))} against ${ms(median(raw))}, ${rows} rows`,
      })
    }
    return measures
  },
}

/** One working day out of every three weeks, back from the last. */
function workingDays(until: Day, count: number): readonly Day[] {
  return Array.from({ length: count }, (_, at) => addDays(until, -21 * at)).map((day) =>
    addDays(day, -Math.max(0, weekday(day) - 5)),
  )
}
