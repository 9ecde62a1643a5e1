import * as v from 'valibot'
import { forbiddenContent } from './forbiddenContent.ts'

/*
 * Controls, line separators, bidi overrides and isolates, spaces without width, fillers: characters that nobody sees and
 * that change what people read (SEC-76). The two joiners that some languages are written with and the two selectors of
 * emoji may stay.
 */
const hidden = /[\p{Cc}\p{Zl}\p{Zp}\u2800]|(?!\u200c|\u200d|\ufe0e|\ufe0f)\p{DI}/u
const written = /(?!\p{DI})[\p{L}\p{N}]/u
const stacked = /\p{M}{9,}/u

/**
 * One line of text as it may be stored: normal form C, well formed, no invisible character,
 * at most 8 combining marks in a row (SEC-76), at most `length` UTF-16 units, with a letter or a figure, without a number that
 * nobody may keep (SEC-103). The message of the first issue is the code of the error.
 */
function line(length: number) {
  return v.pipe(
    v.string(),
    v.trim(),
    v.regex(written, 'required'),
    v.maxLength(length, 'tooLong'),
    v.check((text) => text.isWellFormed() && text.normalize('NFC') === text, 'text'),
    v.check((text) => !hidden.test(text) && !stacked.test(text), 'text'),
    v.check((text) => forbiddenContent(text) === undefined, 'forbidden'),
  )
}

/** Text about an organisation, a place, an event: class P3, never about a resident (GEN-2). */
export const OrgText = line(120)
/** Missions of a structure, legal notices. */
export const LongOrgText = line(280)
/** A display name of the team, class P3. */
export const DisplayName = line(80)

/** What a person typed, made storable: NFC, spaces collapsed and trimmed. Validation comes after. */
export function tidy(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
}

/** No invisible character that changes what people read, no tower of marks, no half character (SEC-76). */
export function isClean(text: string): boolean {
  return text.isWellFormed() && !hidden.test(text) && !stacked.test(text)
}
