/** What no field may hold, whatever the words around it (SEC-103, class P5). */
export type ForbiddenContent = 'nir' | 'iban' | 'card'

const separators = /[\s.\-_/\u00a0\u202f]/gu

/** The first forbidden number found in a text, or `undefined`. A number with a wrong key is not one (SEC-104). */
export function forbiddenContent(text: string): ForbiddenContent | undefined {
  const packed = text.replaceAll(separators, '').toUpperCase()
  if (hasNir(packed)) return 'nir'
  if (hasIban(packed)) return 'iban'
  const runs = text.match(/\d(?:[\s.\-_/\u00a0\u202f]?\d){12,18}(?!\d)/gu) ?? []
  return runs.some((run) => isCard(run.replaceAll(/\D/g, ''))) ? 'card' : undefined
}

/**
 * A social-security number anywhere in the text: 13 characters and their key, 97 − (number mod 97); the Corsican
 * departments 2A and 2B count as 19 and 18 (INSEE, structure of the NIR).
 */
function hasNir(packed: string): boolean {
  for (let at = 0; at + 15 <= packed.length; at += 1) {
    const match = /^([1-478]\d{4})(\d{2}|2A|2B)(\d{6})(\d{2})$/.exec(packed.slice(at, at + 15))
    if (match === null) continue
    const department = match[2] === '2A' ? '19' : match[2] === '2B' ? '18' : match[2]
    if (97 - (Number(`${match[1]}${department}${match[3]}`) % 97) === Number(match[4])) return true
  }
  return false
}

/** Lengths of the IBAN by country, SEPA and neighbours (ISO 13616 registry). */
const ibanLengths: Readonly<Record<string, number>> = {
  AD: 24,
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  DZ: 26,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  RS: 22,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  TN: 24,
  TR: 26,
  UA: 29,
}

/** An account number with the right length for its country and the right key (ISO 7064, mod 97-10). */
function hasIban(packed: string): boolean {
  for (const match of packed.matchAll(/(?=([A-Z]{2})\d{2}[A-Z0-9]{11})/g)) {
    const length = ibanLengths[match[1] ?? '']
    const candidate = length === undefined ? '' : packed.slice(match.index, match.index + length)
    if (length !== undefined && candidate.length === length && ibanRest(candidate) === 1) return true
  }
  return false
}

function ibanRest(iban: string): number {
  const moved = iban.slice(4) + iban.slice(0, 4)
  const digits = moved.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  let rest = 0
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97
  return rest
}

/** A payment card: a known prefix with its length, and the key of Luhn (ISO/IEC 7812). A SIRET has 14 digits: never one. */
function isCard(digits: string): boolean {
  const known = /^(4(\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|6\d{15,18})$/.test(digits)
  if (!known) return false
  const sum = [...digits].reverse().reduce((total, character, at) => {
    const value = Number(character) * (at % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
