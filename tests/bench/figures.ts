import type { Figure } from './figure.ts'
import { bytes, pull, push } from './figures/exchange.ts'
import { reads } from './figures/reads.ts'
import { saves } from './figures/saves.ts'

/** Every figure of the bench, in the order of the table. A new one: a file in figures/, a line here. */
export const figures: readonly Figure[] = [saves, reads, push, pull, bytes]
