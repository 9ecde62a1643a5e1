import type { Workshop } from './workshop.ts'

/** One figure of the performance budget: a file of `figures/` exports one, `figures.ts` lists it. */
export interface Figure {
  /** The budget's number, such as `P-4`. */
  readonly id: string
  readonly title: string
  /** The budget in words, as `docs/performance.md` says it. */
  readonly budget: string
  readonly run: (workshop: Workshop) => Promise<readonly Measure[]>
}

export type Unit = '×' | '%' | 'kB' | 'MB' | 'ms' | 'frames' | 'rows/s'

/** One line of the table. With neither `max` nor `min` it is told for information and judges nothing. */
export interface Measure {
  readonly what: string
  readonly value: number
  readonly unit: Unit
  readonly max?: number
  readonly min?: number
  /** What stands behind the value: absolute times, sizes, the raw limit. */
  readonly note?: string
}

export type Verdict = 'kept' | 'missed' | 'told'

export function verdictOf({ value, max, min }: Measure): Verdict {
  if (max === undefined && min === undefined) return 'told'
  return (max === undefined || value <= max) && (min === undefined || value >= min) ? 'kept' : 'missed'
}
