import type { HalfDay } from '#domain/day.ts'
import { isCounted, type VisitFacts } from '#domain/kinds/visit.ts'

export interface Totals {
  /** People helped: a person turned away is no visit (FIG-1, VIS-3). */
  readonly visits: number
  readonly minutes: number
}

/** Counted from the visits each time, never stored (GEN-11). */
export function totalsOf(visits: readonly VisitFacts[]): Totals {
  const counted = visits.filter(isCounted)
  return {
    visits: counted.length,
    minutes: counted.reduce((sum, visit) => sum + (visit.minutes ?? 0), 0),
  }
}

/** The number of the next visit of a half-day, as this device knows it (VIS-9). */
export function nextRank(visits: readonly VisitFacts[], halfDay: HalfDay): number {
  const ranks = visits.filter((visit) => visit.halfDay === halfDay).map((visit) => visit.rank ?? 0)
  return Math.max(0, ...ranks) + 1
}
