import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentDigest, readSignature, signatureBase, signatureParams } from './signature.ts'

const params = signatureParams({ created: 1_700_000_000, keyid: 'device-1' })
const input = `d=${params}`
const signature = `d=:${'A'.repeat(86)}==:`
const digest = contentDigest(`${'B'.repeat(43)}=`)

describe('[SEC-65] the signature profile', () => {
  test('the text to sign is that of RFC 9421 § 2.5', () => {
    const request = {
      method: 'POST',
      path: '/api/sync/v1/operations',
      query: '?',
      contentDigest: digest,
      contentType: 'application/json',
    }
    expect(signatureBase(request, params)).toBe(
      [
        '"@method": POST',
        '"@path": /api/sync/v1/operations',
        '"@query": ?',
        `"content-digest": ${digest}`,
        '"content-type": application/json',
        `"@signature-params": ("@method" "@path" "@query" "content-digest" "content-type");created=1700000000;keyid="device-1";alg="ecdsa-p256-sha256";tag="permanence-1"`,
      ].join('\n'),
    )
  })

  test('what we write, we read', () => {
    expect(readSignature(input, signature, digest)).toEqual({
      params,
      created: 1_700_000_000,
      keyid: 'device-1',
      signature: `${'A'.repeat(86)}==`,
      digest: `${'B'.repeat(43)}=`,
    })
    const nonce = 'n'.repeat(22)
    const withNonce = signatureParams({ created: 1, keyid: 'k', nonce })
    expect(readSignature(`d=${withNonce}`, signature, digest)).toMatchObject({ nonce })
  })

  test('any character more, less or other is refused', () => {
    const change = fc.record({
      at: fc.nat(),
      kind: fc.constantFrom('drop', 'insert', 'replace'),
      letter: fc.constantFrom(' ', ';', '"', ',', '=', 'x', '(', '\n', ':'),
      which: fc.constantFrom('input', 'signature', 'digest'),
    })
    fc.assert(
      fc.property(change, ({ at, kind, letter, which }) => {
        const given = { input, signature, digest }
        const text = given[which]
        const place = at % text.length
        const changed =
          text.slice(0, place) +
          (kind === 'drop' ? '' : letter) +
          text.slice(kind === 'insert' ? place : place + 1)
        fc.pre(changed !== text)
        const headers = { ...given, [which]: changed }
        const read = readSignature(headers.input, headers.signature, headers.digest)
        if (read === undefined) return
        // Only a value may differ, and it is then the value that was sent.
        expect(headers.input).toBe(`d=${read.params}`)
        expect(signatureParams(read)).toBe(read.params)
        expect(headers.signature).toBe(`d=:${read.signature}:`)
        expect(headers.digest).toBe(contentDigest(read.digest))
      }),
      { numRuns: 2000 },
    )
  })

  test('a missing header is refused', () => {
    for (const nothing of [undefined, null, '']) {
      expect(readSignature(nothing, signature, digest)).toBeUndefined()
      expect(readSignature(input, nothing, digest)).toBeUndefined()
      expect(readSignature(input, signature, nothing)).toBeUndefined()
    }
  })
})
