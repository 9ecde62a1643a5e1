import { type ListItem, referenceList } from '#domain/lists.ts'

/** The tiles of the form: bands that are no finer part of another (AGE-1). */
export const ageTiles: readonly string[] = referenceList('ageBands')
  .items.filter((band) => band.parent === undefined)
  .map((band) => band.code)

/**
 * The finest band of an age in whole years on the day of the visit (AGE-2). The number is not kept anywhere.
 * @returns `null` for an age that nobody has
 */
export function bandOfAge(years: number): string | null {
  const holding = referenceList('ageBands').items.filter((band) => isIn(band, years))
  const [first, ...others] = holding
  if (first === undefined) return null
  return others.reduce((finest, band) => (span(band) < span(finest) ? band : finest), first).code
}

/** The tile that a band belongs to: itself, or the wider one. */
export function tileOf(band: string): string {
  return referenceList('ageBands').items.find((item) => item.code === band)?.parent ?? band
}

function isIn({ min, max }: ListItem, years: number): boolean {
  return min !== undefined && max !== undefined && min <= years && years <= max
}

function span({ min = 0, max = 0 }: ListItem): number {
  return max - min
}
