const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Random bytes as Crockford base32, 5 bits a character: no I, L, O, U to misread. */
export function toCrockford(bytes: Uint8Array): string {
  let bits = 0
  let held = 0
  let text = ''
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(held >> bits) & 31] ?? ''
    }
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + (alphabet[(held << (5 - bits)) & 31] ?? '') : text
}

/**
 * A code as somebody typed it, in its one form: any case, I and L read as 1, O as 0, spaces and hyphens ignored
 * (SEC-25). `undefined` if a character cannot belong to a code.
 */
export function readCrockford(typed: string): string | undefined {
  const text = typed
    .toUpperCase()
    .replaceAll(/[\s\u00a0-]/gu, '')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0')
  return [...text].every((character) => alphabet.includes(character)) ? text : undefined
}
