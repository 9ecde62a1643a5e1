import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { depthOf, isTooDeep, readBody, readJson } from './body.ts'

function slowly(parts: readonly string[], milliseconds: number): Request {
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      for (const part of parts) {
        controller.enqueue(new TextEncoder().encode(part))
        await new Promise((resolve) => setTimeout(resolve, milliseconds))
      }
      controller.close()
    },
  })
  const init = { method: 'POST', body, duplex: 'half' }
  return new Request('http://localhost/', init)
}

test('[SC-71] a body that stays silent too long, or drips too long, times out; an honest slow one is read', async () => {
  const patience = { idle: 60, whole: 200 }
  expect(await readBody(slowly(['a', 'b'], 150), patience)).toEqual({ ok: false, error: { type: 'timeout' } })
  const drip = Array.from({ length: 40 }, () => 'x')
  expect(await readBody(slowly(drip, 20), patience)).toEqual({ ok: false, error: { type: 'timeout' } })
  const read = await readBody(slowly(['{"a"', ':1}'], 5), patience)
  expect(read.ok && new TextDecoder().decode(read.value)).toBe('{"a":1}')
})

test('[SYN-65] 256 KiB are read, one byte more is too large', async () => {
  const request = (length: number) =>
    new Request('http://localhost/', { method: 'POST', body: 'x'.repeat(length) })
  expect(await readBody(request(262_144))).toMatchObject({ ok: true })
  expect(await readBody(request(262_145))).toEqual({ ok: false, error: { type: 'too_large' } })
})

test('[SYN-66] a zipped body is read up to 20 times its size', () => {
  const zipped = (text: string) => new Uint8Array(gzipSync(text))
  expect(readJson(zipped('{"a":1}'), 'gzip')).toEqual({ ok: true, value: { a: 1 } })
  expect(readJson(zipped(`"${'x'.repeat(50_000)}"`), 'gzip')).toEqual({
    ok: false,
    error: { type: 'too_large' },
  })
})

test('[SEC-75] the depth read before parsing is the depth of what is parsed', () => {
  const depth = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
      expect(depthOf(JSON.stringify(value))).toBe(depth(value))
      expect(isTooDeep(value, 3)).toBe(depth(value) > 3)
    }),
  )
  expect(depthOf('{"[[[[": "]]\\"[[\\\\"}')).toBe(1)
})
