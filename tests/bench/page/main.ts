import { closeDatabase, startAlone } from './device.ts'
import { rawPull, rawPush } from './raw.ts'
import { fillRawReads, fillRecords, readRound } from './reads.ts'
import { fillOutbox, saveRound } from './saves.ts'

const bench = {
  closeDatabase,
  fillOutbox,
  fillRawReads,
  fillRecords,
  rawPull,
  rawPush,
  readRound,
  saveRound,
  startAlone,
}

/** What the figures call in the page: the product's own functions, and the raw limits beside them. */
export type BenchPage = typeof bench

Reflect.set(globalThis, 'bench', bench)
