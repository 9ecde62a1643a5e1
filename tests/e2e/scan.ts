import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Files below a folder that hold one of the markers, as text, UTF-16, base64, base64url or hexadecimal (9-scenarios).
 * @returns « file: marker », none when nothing leaked
 */
export function scan(folder: string, markers: readonly string[]): readonly string[] {
  const forms = markers.flatMap((marker) => formsOf(marker).map((bytes) => ({ marker, bytes })))
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name)
      const content = readFileSync(path)
      return forms.filter(({ bytes }) => content.includes(bytes)).map(({ marker }) => `${path}: ${marker}`)
    })
}

function formsOf(marker: string): readonly Buffer[] {
  const text = Buffer.from(marker, 'utf8')
  // Base64 of a text inside a longer one depends on where it starts: the part that does not move is looked for.
  const encoded = [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), text])
      .toString('base64')
      .replace(/=+$/, '')
    return whole.slice(shift === 0 ? 0 : shift + 1, -1)
  })
  return [
    text,
    Buffer.from(marker, 'utf16le'),
    Buffer.from(text.toString('hex')),
    ...encoded.map((part) => Buffer.from(part)),
    ...encoded.map((part) => Buffer.from(part.replaceAll('+', '-').replaceAll('/', '_'))),
  ]
}
