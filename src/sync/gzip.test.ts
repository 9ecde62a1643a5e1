import { expect, test } from 'vitest'
import { limits } from '#protocol/limits.ts'
import { encode } from './gzip.ts'
import { seeded } from './testWorld.ts'

const random = seeded()
const noise = (length: number) => String.fromCharCode(...[...random(length)].map((byte) => 32 + (byte % 90)))

test('[SYN-65] a body is compressed when that helps, and comes back as it was', async () => {
  const text = Array.from({ length: 40 }, (_, at) => noise(100) + at.toString().repeat(60)).join('')
  const body = await encode(text)
  expect(body?.encoding).toBe('gzip')
  expect(body?.bytes.length).toBeLessThan(text.length)
  const plain = new Blob([body?.bytes ?? '']).stream().pipeThrough(new DecompressionStream('gzip'))
  expect(await new Response(plain).text()).toBe(text)
})

test('[SYN-65] a small body goes as it is', async () => {
  expect(await encode('{}')).toMatchObject({ encoding: null })
})

test('[SYN-65] a body that would inflate like a bomb goes as it is', async () => {
  const body = await encode('x'.repeat(200_000))
  expect(body).toMatchObject({ encoding: null })
  expect(body?.bytes.length).toBe(200_000)
})

test('[SYN-65] a body that fits in no form is not sent', async () => {
  expect(await encode('x'.repeat(limits.pushBytes + 1))).toBeNull()
  expect(await encode(noise(100).repeat(30_000))).toBeNull()
})
