import { closeDatabase, startAlone } from './device.ts'
import { inviteLink, joinNetwork, setUpNetwork } from './enrolment.ts'
import { pullFeed, pushPending } from './exchange.ts'
import { rawPull, rawPush } from './raw.ts'
import { fillRawReads, fillRecords, readRound } from './reads.ts'
import { fillOutbox, saveRound } from './saves.ts'

const bench = {
  closeDatabase,
  fillOutbox,
  fillRawReads,
  fillRecords,
  inviteLink,
  joinNetwork,
  pullFeed,
  pushPending,
  rawPull,
  rawPush,
  readRound,
  saveRound,
  setUpNetwork,
  startAlone,
}

/** What the figures call in the page: the product's own functions, and the raw limits beside them. */
export type BenchPage = typeof bench

Reflect.set(globalThis, 'bench', bench)
