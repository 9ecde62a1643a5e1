import { limits } from '#protocol/limits.ts'

/** A body as it will travel. */
export interface Encoded {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly encoding: 'gzip' | null
}

/** Below this, compressing costs more than it saves. */
const worthIt = 1024

/**
 * A text as the smallest body the server accepts: compressed when that helps, never beyond the ratio that a server
 * takes for a bomb (SYN-65). `null` when it fits in no form: fewer operations must go (SYN-19).
 */
export async function encode(text: string): Promise<Encoded | null> {
  const plain = new TextEncoder().encode(text)
  if (plain.length > limits.inflatedBytes) return null
  const fits = plain.length <= limits.pushBytes
  if (plain.length < worthIt && fits) return { bytes: plain, encoding: null }
  const zipped = await gzip(plain)
  const helps = zipped.length < plain.length && plain.length <= zipped.length * limits.inflateRatio
  if (helps && zipped.length <= limits.pushBytes) return { bytes: zipped, encoding: 'gzip' }
  return fits ? { bytes: plain, encoding: null } : null
}

async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new CompressionStream('gzip')
  const writer = writable.getWriter() // a Blob would travel to another process and back first
  const written = Promise.all([writer.write(bytes), writer.close()])
  const [zipped] = await Promise.all([new Response(readable).arrayBuffer(), written])
  return new Uint8Array(zipped)
}
