import type { Figure } from './figure.ts'
import { coldStart } from './figures/coldStart.ts'
import { bytes, pull, push } from './figures/exchange.ts'
import { firstLoad, sizes } from './figures/firstLoad.ts'
import { liveList } from './figures/liveList.ts'
import { memory } from './figures/memory.ts'
import { reads } from './figures/reads.ts'
import { saves } from './figures/saves.ts'
import { slowLink } from './figures/slowLink.ts'
import { taps } from './figures/taps.ts'

/** Every figure of the bench, in the order of the table. A new one: a file in figures/, a line here. */
export const figures: readonly Figure[] = [
  firstLoad,
  sizes,
  coldStart,
  saves,
  liveList,
  reads,
  push,
  pull,
  bytes,
  slowLink,
  memory,
  taps,
]
