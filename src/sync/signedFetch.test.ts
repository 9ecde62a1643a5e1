import * as v from 'valibot'
import { describe, expect, test, vi } from 'vitest'
import { contentDigest, readSignature, signatureBase } from '#protocol/signature.ts'
import { base64urlBytes, utf8 } from '#storage/vault/bytes.ts'
import { newDeviceKey, openDeviceKey } from '#storage/vault/deviceKey.ts'
import { sha256Base64 } from '#storage/vault/digest.ts'
import { encode } from './gzip.ts'
import { type Call, signedCall, unsignedCall } from './signedFetch.ts'
import { failureOf } from './status.ts'
import {
  anyKey,
  connectionTo,
  network,
  refuses,
  says,
  settled,
  silence,
  testNow,
  testTime,
  testTimers,
} from './testWorld.ts'

const deviceId = '019cdf57-d000-7001-8000-000000000002'
const signer = { deviceId, key: anyKey }
const schema = v.object({ value: v.number(), time: v.string() })
const call: Call<v.InferOutput<typeof schema>> = {
  method: 'GET',
  path: '/api/sync/v1/changes',
  query: '?cursor=a%2Fb',
  schema,
  seconds: 60,
  idleSeconds: 30,
}
const isAsked = (fetch: ReturnType<typeof network>) => vi.waitFor(() => expect(fetch.asked).toHaveLength(1))
const good = () => says({ value: 1, time: testTime })

describe('a signed request', () => {
  test('[SEC-65] carries exactly the profile, and its signature is that of the device over what is sent', async () => {
    const fetch = network(good)
    const { publicKey, material } = await newDeviceKey()
    const key = await openDeviceKey(material)
    const body = await encode(JSON.stringify(Array.from({ length: 300 }, (_, at) => `some text ${at}`)))
    if (body === null) throw new Error('too large')
    await signedCall(connectionTo(fetch), { deviceId, key }, { ...call, method: 'POST', body })

    const [asked] = fetch.asked
    const headers = asked?.headers ?? new Headers()
    expect(headers.get('content-encoding')).toBe('gzip')
    const read = readSignature(
      headers.get('signature-input'),
      headers.get('signature'),
      headers.get('content-digest'),
    )
    expect(read).toMatchObject({ created: testNow / 1000, keyid: deviceId })
    expect(read).not.toHaveProperty('nonce')
    expect(read?.digest).toBe(await sha256Base64(asked?.bytes ?? ''))
    const contentType = headers.get('content-type') ?? ''
    const signed = { method: 'POST', path: call.path, query: call.query ?? '', contentType }
    const text = signatureBase(
      { ...signed, contentDigest: contentDigest(read?.digest ?? '') },
      read?.params ?? '',
    )
    expect(await isSigned(publicKey, text, read?.signature ?? '')).toBe(true)
  })

  test('[SEC-66] an administrative call carries a nonce of its own', async () => {
    const fetch = network(good)
    const connection = connectionTo(fetch)
    await signedCall(connection, signer, { ...call, admin: true })
    await signedCall(connection, signer, { ...call, admin: true })
    const nonces = fetch.asked.map(
      ({ headers }) => /nonce="([\w-]{22})"/.exec(headers.get('signature-input') ?? '')?.[1],
    )
    expect(new Set(nonces).size).toBe(2)
    expect(nonces).not.toContain(undefined)
  })

  test('[SYN-21] [SEC-58] asks the browser for nothing ambient: no cache, no credentials, no redirection', async () => {
    const fetch = network(good)
    await signedCall(connectionTo(fetch), signer, call)
    expect(fetch.asked[0]?.init).toMatchObject({ cache: 'no-store', credentials: 'omit', redirect: 'error' })
  })

  test('[SEC-66] a 401 teaches the time, and the request is signed again with it, once', async () => {
    const serverTime = testNow + 7_200_000
    const time = new Date(serverTime).toISOString()
    const fetch = network(() =>
      fetch.asked.length === 1 ? refuses(401, 'unauthenticated', { time }) : says({ value: 2, time }),
    )
    const connection = connectionTo(fetch)
    const answer = await signedCall(connection, signer, call)
    expect(answer).toMatchObject({ ok: true, value: { value: 2 } })
    const created = fetch.asked.map(({ headers }) =>
      Number(/created=(\d+)/.exec(headers.get('signature-input') ?? '')?.[1]),
    )
    expect(created).toEqual([testNow / 1000, serverTime / 1000])
    expect(connection.clock.today.current().minutesOff).toBe(-120)
  })

  test('[SEC-66] a second 401 is the answer: the device is not recognised, and nothing loops', async () => {
    const fetch = network(() => refuses(401, 'unauthenticated', { time: testTime }))
    const answer = await signedCall(connectionTo(fetch), signer, call)
    expect(answer.ok ? 'ok' : failureOf(answer.error)).toBe('deviceUnknown')
    expect(fetch.asked).toHaveLength(2)
  })
})

const portal = '<html>Bienvenue sur le Wi-Fi</html>'
const json = { 'content-type': 'application/json', 'permanence-protocol': '1' }
const plainly = JSON.stringify({ value: 1, time: '2031-01-01T00:00:00.000Z' })

describe('an answer counts only when every check passes', () => {
  test.each<[string, () => Response]>([
    [
      'a portal answers 200 with a page',
      () => new Response(portal, { headers: { 'content-type': 'text/html' } }),
    ],
    ['a portal claims it is JSON', () => new Response(portal, { headers: json })],
    ['no protocol header', () => new Response(plainly, { headers: { 'content-type': 'application/json' } })],
    ['another protocol', () => new Response(plainly, { headers: { ...json, 'permanence-protocol': '2' } })],
    ['another type', () => new Response(plainly, { headers: { ...json, 'content-type': 'text/json' } })],
    ['another success', () => new Response(plainly, { status: 201, headers: json })],
    ['a body cut in the middle', () => new Response(plainly.slice(0, -9), { headers: json })],
    ['an empty body', () => new Response(null, { headers: json })],
    ['a body of another shape', () => says({ time: '2031-01-01T00:00:00.000Z' })],
    ['a body without end', () => new Response(' '.repeat(5_000_000) + plainly, { headers: json })],
    ['an error without its code', () => says({ message: 'no', time: '2031-01-01T00:00:00.000Z' }, 401)],
  ])('[SEC-82] [SYN-22] %s: as intercepted, and not even the time is learnt', async (_, answer) => {
    const connection = connectionTo(network(answer))
    expect(await signedCall(connection, signer, call)).toEqual({ ok: false, error: { type: 'intercepted' } })
    expect(connection.clock.today.current()).toMatchObject({ verified: false, minutesOff: null })
    expect(connection.clock.mark()).toBeNull()
  })

  test('[SEC-82] a good answer teaches the time', async () => {
    const connection = connectionTo(network(good))
    expect(await unsignedCall(connection, call)).toEqual({ ok: true, value: { value: 1, time: testTime } })
    expect(connection.clock.today.current()).toMatchObject({ verified: true, minutesOff: 0 })
  })

  test.each([500, 502, 503, 504])(
    '[SYN-22] a proxy that says by itself that its server failed (%i) is no answer: nothing is learnt, and no portal is blamed',
    async (status) => {
      const connection = connectionTo(network(() => new Response('<h1>sorry</h1>', { status })))
      const noAnswer = { ok: false, error: { type: 'noAnswer', timedOut: false } }
      expect(await signedCall(connection, signer, call)).toEqual(noAnswer)
      expect(connection.clock.mark()).toBeNull()
    },
  )

  test('[SYN-22] a cut connection is no answer', async () => {
    const fetch = network(() => {
      throw new TypeError('Failed to fetch')
    })
    const noAnswer = { ok: false, error: { type: 'noAnswer', timedOut: false } }
    expect(await signedCall(connectionTo(fetch), signer, call)).toEqual(noAnswer)
  })
})

describe('watchdogs', () => {
  test('[SYN-21] [SC-27] a request that is never answered fails by itself', async () => {
    const time = testTimers()
    const fetch = network(silence)
    const answer = signedCall(connectionTo(fetch, time), signer, { ...call, idleSeconds: 999 })
    await isAsked(fetch)
    await time.pass(59_999)
    await time.pass(1)
    expect(await answer).toEqual({ ok: false, error: { type: 'noAnswer', timedOut: true } })
  })

  test('[SYN-21] a body that stops coming fails after 30 s without a byte, one that trickles goes on', async () => {
    const time = testTimers()
    let give: (text: string) => void = () => undefined
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        give = (text) => controller.enqueue(utf8(text))
      },
    })
    const fetch = network(() => new Response(body, { headers: json }))
    const answer = signedCall(connectionTo(fetch, time), signer, { ...call, seconds: 600 })
    await isAsked(fetch)
    for (const part of [plainly.slice(0, 5), plainly.slice(5, 9)]) {
      await settled()
      give(part)
      await settled()
      await time.pass(29_000)
    }
    await time.pass(1_000)
    expect(await answer).toEqual({ ok: false, error: { type: 'noAnswer', timedOut: true } })
  })

  test('[SYN-17] a request given up by its owner is no answer, at once', async () => {
    const controller = new AbortController()
    const fetch = network(silence)
    const answer = signedCall(connectionTo(fetch), signer, call, controller.signal)
    await isAsked(fetch)
    controller.abort()
    expect(await answer).toEqual({ ok: false, error: { type: 'noAnswer', timedOut: false } })
  })
})

test.each([
  [401, 'unauthenticated', 'deviceUnknown'],
  [401, 'something_new', 'deviceUnknown'],
  [403, 'device_revoked', 'deviceRefused'],
  [403, 'something_new', 'deviceRefused'],
  [404, 'unknown', 'serverFailed'],
  [426, 'upgrade_required', 'upgradeRequired'],
  [429, 'busy', 'serverBusy'],
  [503, 'restore_unfinished', 'serverRestoring'],
  [503, 'something_new', 'serverBusy'],
  [500, 'failed', 'serverFailed'],
  [418, 'something_new', 'serverFailed'],
] as const)('[SYN-76] %i %s is told as « %s »', async (status, code, word) => {
  const answer = await unsignedCall(connectionTo(network(() => refuses(status, code))), call)
  expect(answer.ok ? 'ok' : failureOf(answer.error)).toBe(word)
})

async function isSigned(publicKey: string, text: string, signature: string): Promise<boolean> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const point = base64urlBytes(publicKey) ?? new Uint8Array()
  const key = await crypto.subtle.importKey('raw', point, algorithm, false, ['verify'])
  const bytes = Uint8Array.from(atob(signature), (character) => character.charCodeAt(0))
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes, utf8(text))
}
