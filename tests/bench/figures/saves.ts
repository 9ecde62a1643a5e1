import { todayInParis } from '../../e2e/words.ts'
import type { Figure } from '../figure.ts'
import type { SaveRound } from '../page/saves.ts'
import { median, medianRatio, ms, percentile } from '../stats.ts'
import { call, openBench } from './call.ts'

const rounds = 6
const savesPerRound = 100

/** A save is a person's work: what it costs is compared with the least that puts the same record on the disk. */
export const saves: Figure = {
  id: 'P-4',
  title: 'Save a visit, strict durability, against a strict raw put',
  budget: 'p50 and p99 at most 3 times the raw put',
  run: async (workshop) => {
    const { origin } = await workshop.rawServer('bench')
    const { page } = await workshop.chrome()
    await openBench(page, origin)
    const setting = await call(page, 'startAlone', todayInParis())
    await call(page, 'saveRound', 1, 30, setting)
    const measured: SaveRound[] = []
    for (let round = 0; round < rounds; round += 1) {
      measured.push(await call(page, 'saveRound', round + 2, savesPerRound, setting))
    }
    return [0.5, 0.99].map((share) => {
      const product = measured.map((round) => percentile(round.product, share))
      const raw = measured.map((round) => percentile(round.raw, share))
      return {
        what: `Save a visit, p${share * 100}, against a strict raw put`,
        value: medianRatio(product, raw),
        unit: '×' as const,
        max: 3,
        note: `${ms(median(product))} against ${ms(median(raw))}`,
      }
    })
  },
}
