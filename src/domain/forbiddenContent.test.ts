import { expect, test } from 'vitest'
import { forbiddenContent } from './forbiddenContent.ts'

test.each([
  '1 85 05 78 006 084 91',
  'NIR : 1.85.05.78.006.084.91 merci',
  '185057800608491',
  '1 85 05 2A 006 084 35',
  '1 85 05 2B 006 084 62',
])('[SEC-103] a social-security number with its key is found in « %s »', (text) => {
  expect(forbiddenContent(text)).toBe('nir')
})

test('[SEC-104] the same number with a wrong key is not refused', () => {
  expect(forbiddenContent('1 85 05 78 006 084 92')).toBeUndefined()
})

test.each(['FR14 2004 1010 0505 0001 3M02 606', 'iban de89370400440532013000'])(
  '[SEC-103] an account number is found in « %s »',
  (text) => {
    expect(forbiddenContent(text)).toBe('iban')
  },
)

test.each(['4111 1111 1111 1111', '5500-0000-0000-0004', 'carte 340000000000009 .', '4111/1111/1111/1111'])(
  '[SEC-103] a payment card is found in « %s »',
  (text) => {
    expect(forbiddenContent(text)).toBe('card')
  },
)

test.each([
  'Maison des habitants',
  '05 49 00 00 00',
  '79000 Niort',
  'SIRET 732 829 320 00074',
  '4111 1111 1111 1112',
])('[SEC-103] « %s » is an ordinary text', (text) => {
  expect(forbiddenContent(text)).toBeUndefined()
})
