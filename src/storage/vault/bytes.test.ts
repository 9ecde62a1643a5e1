import fc from 'fast-check'
import { expect, test } from 'vitest'
import { base64urlBytes, toBase64, toBase64url } from './bytes.ts'

test('[SEC-12] binary values come back from base64url as they were, whatever they are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = toBase64url(bytes)
      expect(text).toMatch(/^[A-Za-z0-9_-]*$/)
      expect(base64urlBytes(text)).toEqual(Uint8Array.from(bytes))
    }),
  )
})

test.each(['a', 'ab=', 'a+b_', 'YR', ' YQ', 'YQ\n'])(
  '[SEC-12] « %s » is not what an encoder writes: refused',
  (text) => {
    expect(base64urlBytes(text)).toBeUndefined()
  },
)

test('[SEC-65] signatures travel in the other alphabet, with padding', () => {
  expect(toBase64(Uint8Array.of(251, 255, 254))).toBe('+//+')
  expect(toBase64(Uint8Array.of(1))).toBe('AQ==')
})
