import type { Day } from '#domain/day.ts'
import { codesOn, type ListItem } from '#domain/lists.ts'

/** As many as there are number keys. */
const shown = 9

/** What a place that has no visit yet is most likely asked (3-domain § 3.10, first procedure by family). */
const usual = [
  'ameli.create',
  'caf.create',
  'email.create',
  'c2s.apply',
  'tax.account',
  'password.recover',
  'ameli.certificate',
  'residence.permit',
  'socialHousing.apply',
]

/**
 * The procedures offered as chips: those of this place first, by use, then the usual ones. Their place on screen is
 * their number key, so the caller keeps one answer for as long as the form is shown (FEEL-3).
 * @param used codes that visits of the place name, most used first
 */
export function proceduresFirst(used: readonly string[], day: Day): readonly string[] {
  const valid = new Set(codesOn('procedures', day).map((item) => item.code))
  return [...new Set([...used, ...usual])].filter((code) => valid.has(code)).slice(0, shown)
}

/** Lines of chips that leave the whole form on a screen of 1366×768, in letters: the frame of a chip counts for five. */
const lines = 3
const lineLetters = 70
const frameLetters = 5
/** « Autre démarche », with its drawing. */
const otherLetters = 21

/**
 * The first of these procedures whose chips stand on three lines with « Autre démarche »: a place whose procedures
 * have long names is offered fewer, so that nobody scrolls to save.
 */
export function thatFit(codes: readonly string[], textOf: (code: string) => string): readonly string[] {
  const widths = codes.map((code) => textOf(code).length + frameLetters)
  const fits = (count: number) => linesOf([...widths.slice(0, count), otherLetters]) <= lines
  const count = codes.findIndex((_, at) => !fits(at + 1))
  return count === -1 ? codes : codes.slice(0, count)
}

function linesOf(widths: readonly number[]): number {
  let [line, used] = [1, 0]
  for (const width of widths) {
    if (used > 0 && used + width > lineLetters) [line, used] = [line + 1, 0]
    used += width
  }
  return line
}

export interface Family {
  readonly group: string
  readonly codes: readonly string[]
}

/** Every procedure by family, in the order of the list (NOM-3). @param matches what a search keeps */
export function proceduresByFamily(day: Day, matches: (code: string) => boolean): readonly Family[] {
  const families = new Map<string, string[]>()
  for (const { code, group = '' } of codesOn('procedures', day) as readonly ListItem[]) {
    if (matches(code)) families.set(group, [...(families.get(group) ?? []), code])
  }
  return [...families].map(([group, codes]) => ({ group, codes }))
}

/**
 * True when every word of the search begins a word of the text, whatever the accents and the case. A search without
 * a letter or a figure finds nothing.
 */
export function matchesWords(text: string, search: string): boolean {
  const words = wordsOf(text)
  const parts = wordsOf(search)
  return parts.length > 0 && parts.every((part) => words.some((word) => word.startsWith(part)))
}

function wordsOf(text: string): readonly string[] {
  return plain(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('œ', 'oe').toLowerCase()
}
