import { expect, test } from 'vitest'
import { readCrockford } from '#protocol/crockford.ts'
import { claimOf, digestOfClaim, newDoorSecrets } from './enrolSecrets.ts'

test('[SEC-62] a claim is derived from the secret, and the server learns the digest of its bytes only', async () => {
  // Computed apart: openssl dgst -sha256 -binary, then base64 with - and _.
  const claim = await claimOf('AAECAwQFBgcICQoLDA0ODw')
  expect(claim).toBe('4H5-sTDL4kxQFHLdhUwD-OGqzLiTEXGkg8jiLS6FuP0')
  expect(await digestOfClaim(claim)).toBe('NJ4flpzzNfX-c7sEO2QAzkn6Brj5ZU5wu384HtKKYYY')
})

test('[SEC-62] a door has 128 bits behind its link and 16 characters to type, never the same twice', () => {
  const [one, other] = [newDoorSecrets(), newDoorSecrets()]
  expect(one.linkSecret).toMatch(/^[A-Za-z0-9_-]{22}$/)
  const code = one.hand + one.handSecret
  expect([one.hand.length, code.length, readCrockford(code)]).toEqual([4, 16, code])
  expect(one.linkSecret).not.toBe(other.linkSecret)
  expect(one.handSecret).not.toBe(other.handSecret)
})
