import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCrockford, toCrockford } from './crockford.ts'

test('[SEC-62] 80 random bits are 16 characters that nobody misreads', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
      expect(toCrockford(bytes)).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
    }),
  )
})

test('[SEC-25] every bit counts: the code is the number in base 32', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
      const value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
      const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
      const back = [...toCrockford(bytes)].reduce(
        (sum, letter) => sum * 32n + BigInt(alphabet.indexOf(letter)),
        0n,
      )
      expect(back).toBe(value)
    }),
  )
  expect(toCrockford(new Uint8Array([0xff]))).toBe('ZW')
  expect(toCrockford(new Uint8Array([]))).toBe('')
})

test('[SEC-25] a code is read as people type it', () => {
  expect(readCrockford('ab12-cdef 3456\u00a07890')).toBe('AB12CDEF34567890')
  expect(readCrockford('oOiIlL')).toBe('001111')
  expect(readCrockford('')).toBe('')
  for (const wrong of ['u', 'AB*1', 'é', 'a_b', 'a.b']) expect(readCrockford(wrong), wrong).toBeUndefined()
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
      const code = toCrockford(bytes)
      expect(readCrockford(`${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`)).toBe(code)
    }),
  )
})
