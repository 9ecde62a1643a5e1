import { gunzipSync } from 'node:zlib'
import { err, ok, type Result } from '#domain/result.ts'
import { limits } from '#protocol/limits.ts'
import type { Fault } from './fault.ts'

/** How long a body may be silent, and last in all, in milliseconds (5-security § 5.13). */
const patience = { idle: 30_000, whole: 120_000 }
/** Deeper than any honest mistake: such a body is not even parsed. */
const absurdDepth = 1000

/** The body as sent: at most 256 KiB, and no more patience than for a slow network. */
export async function readBody(
  request: Request,
  { idle, whole } = patience,
): Promise<Result<Uint8Array<ArrayBuffer>, Fault>> {
  if (Number(request.headers.get('content-length') ?? 0) > limits.pushBytes) return err({ type: 'too_large' })
  if (request.body === null) return ok(new Uint8Array())
  const reader = request.body.getReader()
  const deadline = performance.now() + whole
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const part = await within(reader.read().catch(cut), Math.min(idle, deadline - performance.now()))
    if (part === 'late') return refused(reader, { type: 'timeout' })
    if (part === 'cut') return err({ type: 'malformed' })
    if (part.done) return ok(joined(chunks, size))
    size += part.value.length
    if (size > limits.pushBytes) return refused(reader, { type: 'too_large' })
    chunks.push(part.value)
  }
}

/** The device hung up, or sent no valid chunk: no fault of ours, and nobody may be there to read the answer. */
function cut(): 'cut' {
  return 'cut'
}

function refused(reader: ReadableStreamDefaultReader<Uint8Array>, fault: Fault): Result<never, Fault> {
  reader.cancel().catch(() => undefined) // the connection may be gone already
  return err(fault)
}

async function within<Value>(reading: Promise<Value>, milliseconds: number): Promise<Value | 'late'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), Math.max(0, milliseconds))
  })
  try {
    return await Promise.race([reading, late])
  } finally {
    clearTimeout(timer)
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/**
 * The JSON of a body: gzip stops at 2 MiB and at 20 times what was sent, text must be UTF-8 (SYN-66). Inflating at
 * once costs a few milliseconds at most; handing it to another thread costs more than the work.
 */
export function readJson(body: Uint8Array<ArrayBuffer>, encoding: string | null): Result<unknown, Fault> {
  if (encoding !== null && encoding !== 'gzip' && encoding !== 'identity')
    return err({ type: 'unsupported_media_type' })
  const plain = encoding === 'gzip' ? inflated(body) : ok(body)
  if (!plain.ok) return plain
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(plain.value)
    return depthOf(text) > absurdDepth ? err({ type: 'malformed' }) : ok(JSON.parse(text))
  } catch {
    return err({ type: 'malformed' }) // not UTF-8, or not JSON
  }
}

function inflated(body: Uint8Array<ArrayBuffer>): Result<Uint8Array<ArrayBuffer>, Fault> {
  const most = Math.min(limits.inflatedBytes, body.length * limits.inflateRatio)
  try {
    return ok(gunzipSync(body, { maxOutputLength: Math.max(1, most) }))
  } catch (error) {
    const tooLarge = error instanceof RangeError // ERR_BUFFER_TOO_LARGE
    return err({ type: tooLarge ? 'too_large' : 'malformed' })
  }
}

/** How deep brackets nest in a JSON text, strings left out: read before parsing (SEC-75). */
export function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === 0x22) at = endOfString(text, at)
    else if (character === 0x7b || character === 0x5b) deepest = Math.max(deepest, ++depth)
    else if (character === 0x7d || character === 0x5d) depth--
  }
  return deepest
}

/** The place of the quote that closes the string opened at `start`: one before which backslashes are even in number. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end !== -1) {
    let slashes = 0
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes++
    if (slashes % 2 === 0) return end
    end = text.indexOf('"', end + 1)
  }
  return text.length
}

/** True when a parsed value nests deeper than the limit. */
export function isTooDeep(value: unknown, depth: number = limits.depth): boolean {
  if (typeof value !== 'object' || value === null) return false
  return depth === 0 || Object.values(value).some((inner) => isTooDeep(inner, depth - 1))
}
