import { readFileSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '#protocol/version.ts'
import { ask, type Listening, listen, type RawAnswer, script, send } from './listen.ts'
import { anId, anOperation, pushAs, signedFetch, signedInit } from './startServer.ts'

let site: Listening
beforeAll(async () => {
  site = await listen()
})
afterAll(() => site.stop())

const page = { accept: 'text/html' }

/** 5-security § 5.10, written again here on purpose. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; " +
  "manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'; " +
  "require-trusted-types-for 'script'; trusted-types app-script-url; upgrade-insecure-requests"
const everywhere = {
  'content-security-policy': policy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=()',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
}

function headersFromText(text: string): Record<string, string> {
  const [head = ''] = text.split('\r\n\r\n')
  return Object.fromEntries(
    head
      .split('\r\n')
      .slice(1)
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  )
}

describe('[SC-59] every answer carries exactly the headers of § 5.10', () => {
  const etagOf = async (path: string) => String((await ask(site.port, path)).headers.etag)
  const answers: readonly (readonly [string, number, () => Promise<RawAnswer>])[] = [
    ['the page', 200, () => ask(site.port, '/', { headers: page })],
    ['a deep link', 200, () => ask(site.port, '/journal/2026-03-12', { headers: page })],
    ['a script', 200, () => ask(site.port, '/assets/index-AbCd1234.js')],
    ['the worker', 200, () => ask(site.port, '/sw.js')],
    [
      'an unchanged file',
      304,
      async () => ask(site.port, '/sw.js', { headers: { 'if-none-match': await etagOf('/sw.js') } }),
    ],
    ['a missing file', 404, () => ask(site.port, '/assets/nothing.js')],
    ['a file posted to', 405, () => ask(site.port, '/', { method: 'POST', body: 'x' })],
    ['health', 200, () => ask(site.port, paths.health)],
    ['an unknown route', 404, () => ask(site.port, '/api/docs')],
    ['a wrong method', 405, () => ask(site.port, paths.health, { method: 'DELETE' })],
    ['TRACE', 405, () => ask(site.port, paths.health, { method: 'TRACE' })],
    ['no signature', 401, () => ask(site.port, paths.changes)],
    [
      'a wrong type',
      415,
      () =>
        ask(site.port, paths.operations, {
          method: 'POST',
          headers: { 'content-type': 'text/plain' },
          body: 'x',
        }),
    ],
    [
      'too large',
      413,
      () =>
        ask(site.port, paths.claim, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: 'x'.repeat(300_000),
        }),
    ],
    ['plain HTTP from elsewhere', 403, () => ask(site.port, '/', { headers: { host: '192.168.1.20:8080' } })],
  ]
  test.each(answers)('%s (%i)', async (_name, status, make) => {
    const answer = await make()
    expect(answer.status).toBe(status)
    expect(answer.headers).toMatchObject(everywhere)
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
    expect(answer.headers).not.toHaveProperty('set-cookie')
    expect(answer.headers).not.toHaveProperty('x-powered-by')
    expect(answer.headers).not.toHaveProperty('server')
  })

  test('a failure of ours (500), and what never becomes a request (400, 431)', async () => {
    await site.server.store.transaction((tx) => tx.run('alter table writer rename to hidden'))
    const failed = await signedFetch(site.server, site.device, `${paths.receipts}?writer=${anId()}`)
    await site.server.store.transaction((tx) => tx.run('alter table hidden rename to writer'))
    expect(failed.status).toBe(500)
    expect(Object.keys(await failed.json())).toEqual(['code', 'requestId', 'time'])
    expect(Object.fromEntries(failed.headers)).toMatchObject(everywhere)

    const long = await send(
      site.port,
      `GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(64 * 1024)}\r\n\r\n`,
    )
    expect(long).toMatch(/^HTTP\/1\.1 431 [\s\S]*"code":"headers_too_large"/)
    expect(headersFromText(long)).toMatchObject({
      ...everywhere,
      'content-type': 'application/json; charset=utf-8',
    })
    const nonsense = await send(site.port, 'WHAT IS THIS\r\n\r\n')
    expect(nonsense).toMatch(/^HTTP\/1\.1 400 [\s\S]*"code":"malformed"/)
    expect(headersFromText(nonsense)).toMatchObject(everywhere)
    for (const target of ['*', 'http://[', '/\\evil']) {
      const strange = await send(
        site.port,
        `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
      )
      expect(strange, target).toMatch(/^HTTP\/1\.1 (400|404) /)
      expect(headersFromText(strange), target).toMatchObject(everywhere)
    }
  })

  test('how long each class of answer may be kept', async () => {
    const kept = async (path: string) =>
      (await ask(site.port, path, { headers: page })).headers['cache-control']
    expect(await kept('/')).toBe('no-store')
    expect(await kept('/journal')).toBe('no-store')
    expect(await kept(paths.health)).toBe('no-store')
    expect(await kept('/nothing.txt')).toBe('no-store')
    expect(await kept('/sw.js')).toBe('no-cache')
    expect(await kept('/manifest.webmanifest')).toBe('no-cache')
    expect(await kept('/assets/index-AbCd1234.js')).toBe('public, max-age=31536000, immutable')
  })

  test('[SEC-59] exact types, with their charset', async () => {
    const type = async (path: string) => (await ask(site.port, path)).headers['content-type']
    expect(await type('/index.html')).toBe('text/html; charset=utf-8')
    expect(await type('/assets/index-AbCd1234.js')).toBe('text/javascript; charset=utf-8')
    expect(await type('/assets/style-AbCd1234.css')).toBe('text/css; charset=utf-8')
    expect(await type('/assets/font-AbCd1234.woff2')).toBe('font/woff2')
    expect(await type('/icons/icon.svg')).toBe('image/svg+xml; charset=utf-8')
    expect(await type('/manifest.webmanifest')).toBe('application/manifest+json; charset=utf-8')
    expect(await type(paths.health)).toBe('application/json; charset=utf-8')
  })
})

describe('static files', () => {
  test('[SYN-133] are sent as the browser can read them', async () => {
    const get = (encoding: string) =>
      ask(site.port, '/assets/index-AbCd1234.js', { headers: { 'accept-encoding': encoding } })
    const [plain, zipped, brotli] = [await get('identity'), await get('gzip'), await get('gzip, deflate, br')]
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.body.toString()).toBe(script)
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(zipped.body).toString()).toBe(script)
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(brotli.body).toString()).toBe(script)
    const head = await ask(site.port, '/assets/index-AbCd1234.js', { method: 'HEAD' })
    expect(head.headers['content-length']).toBe(String(Buffer.byteLength(script)))
    expect(head.body).toHaveLength(0)
  })

  test('[SC-1] a page address gets the page, whatever is not one gets nothing', async () => {
    for (const path of ['/journal', '/a/b-c/~d', '/index.html'])
      expect((await ask(site.port, path, { headers: page })).status, path).toBe(200)
    for (const path of ['/assets/', '/assets/x', '/api', '/api/', '/journal.php', '/favicon.ico'])
      expect((await ask(site.port, path, { headers: page })).status, path).toBe(404)
    expect((await ask(site.port, '/journal', { headers: { accept: 'application/json' } })).status).toBe(404)
  })

  test.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/assets/../../package.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/..%5c..%5cpackage.json',
    '/.git/config',
    '/.env',
    '//etc/passwd',
    '/index.html%00.js',
    '/api/../index.html',
    '/server/main.js',
    '/permanence.sqlite',
  ])('[SC-72] %s leads nowhere', async (path) => {
    const answer = await ask(site.port, path, { headers: page })
    expect(answer.status).toBe(404)
    expect(answer.body.toString()).not.toMatch(/root:|"name"|doctype/)
  })
})

describe('[SC-68] without HTTPS nobody is let in by accident', () => {
  const status = async (headers: Record<string, string>, path = '/') =>
    (await ask(site.port, path, { headers: { ...page, ...headers } })).status

  test('this machine by name or number, and the proxy that received HTTPS, are served', async () => {
    for (const host of ['localhost', 'localhost:8080', '127.0.0.1:8080', '[::1]:8080', 'LOCALHOST'])
      expect(await status({ host }), host).toBe(200)
    expect(await status({ host: 'permanence.example', 'x-forwarded-proto': 'https' })).toBe(200)
  })

  test('any other name over plain HTTP gets a page that says what to do in three languages, without script or style', async () => {
    for (const host of [
      '192.168.1.20:8080',
      'permanence.local',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
    ])
      expect(await status({ host }), host).toBe(403)
    expect(await send(site.port, 'GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /)
    expect(await status({ host: 'permanence.local', 'x-forwarded-proto': 'http' })).toBe(403)
    const { body, headers } = await ask(site.port, '/journal', { headers: { host: '192.168.1.20' } })
    const text = body.toString()
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    for (const language of ['lang="fr" dir="ltr"', 'lang="en" dir="ltr"', 'lang="ar" dir="rtl"'])
      expect(text).toContain(language)
    expect(text).toContain('https://')
    expect(text).not.toMatch(/<script|<style|style=|<link|src=/)
  })

  test('the API answers with a code', async () => {
    const {
      status: code,
      body,
      headers,
    } = await ask(site.port, paths.health, { headers: { host: '192.168.1.20' } })
    expect([code, JSON.parse(body.toString())]).toMatchObject([403, { code: 'https_required' }])
    expect(headers['permanence-protocol']).toBe('1')
  })
})

describe('[SC-71] what is too large, too many or too strange', () => {
  const signed = (body: string | Uint8Array<ArrayBuffer>, more: Record<string, string> = {}) => {
    const init = signedInit(site.device, paths.operations, {
      method: 'POST',
      body,
      created: Math.floor(Date.now() / 1000),
    })
    return ask(site.port, paths.operations, { method: 'POST', headers: { ...init.headers, ...more }, body })
  }
  const code = (answer: RawAnswer) => [answer.status, JSON.parse(answer.body.toString()).code]

  test('a body of 10 MB is refused before it is read, chunked or not', async () => {
    const length = await ask(site.port, paths.operations, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': '10000000', expect: '100-continue' },
    }).catch((error: Error) => error)
    const text = await send(
      site.port,
      `POST ${paths.operations} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10000000\r\n\r\n`,
    )
    expect(text).toMatch(/^HTTP\/1\.1 413 [\s\S]*"code":"too_large"/)
    expect(length).toBeDefined()
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
    const chunked = await send(
      site.port,
      `POST ${paths.claim} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(8)}`,
    )
    expect(chunked).toMatch(/^HTTP\/1\.1 413 [\s\S]*"code":"too_large"/)
  })

  test('10,000 operations, a bomb, a body that inflates 20 times', async () => {
    const many = JSON.stringify({
      incarnation: 1,
      writer: anId(),
      operations: Array.from({ length: 10_000 }, () => 1),
    })
    expect(code(await signed(many))).toEqual([413, 'too_large'])
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(50_000_000, ' ')))
    expect(code(await signed(bomb, { 'content-encoding': 'gzip' }))).toEqual([413, 'too_large'])
    const ratio = new Uint8Array(gzipSync(Buffer.alloc(100_000, ' ')))
    expect(code(await signed(ratio, { 'content-encoding': 'gzip' }))).toEqual([413, 'too_large'])
  })

  test('an unknown encoding, gzip that is none, text that is not UTF-8, brackets 100,000 deep', async () => {
    expect(code(await signed('{}', { 'content-encoding': 'br' }))).toEqual([415, 'unsupported_media_type'])
    expect(code(await signed('{}', { 'content-encoding': 'gzip' }))).toEqual([400, 'malformed'])
    expect(code(await signed(new Uint8Array([0x22, 0xff, 0x22])))).toEqual([400, 'malformed'])
    expect(code(await signed('['.repeat(100_000)))).toEqual([400, 'malformed'])
    expect(code(await signed(`${'['.repeat(100_000)}${']'.repeat(100_000)}`))).toEqual([400, 'malformed'])
  })

  test('a healthy device is served beside a flood of forged requests', async () => {
    const flood = Promise.all(
      Array.from({ length: 120 }, (_, index) =>
        ask(site.port, paths.changes, { headers: { 'x-forwarded-for': `10.0.${index % 200}.1` } }).catch(
          () => undefined,
        ),
      ),
    )
    const times: number[] = []
    const writer = anId()
    for (let seq = 1; seq <= 20; seq += 1) {
      const started = performance.now()
      const { status } = await pushAs({ ...site.server, clock: { now: Date.now() } }, site.device, writer, [
        anOperation(site.device, { seq }),
      ])
      expect(status).toBe(200)
      times.push(performance.now() - started)
    }
    await flood
    console.log(`slowest of 20 pushes beside a flood: ${Math.max(...times).toFixed(0)} ms`)
  }, 20_000)
})

describe('[SC-66] what only the wire shows', () => {
  const created = () => Math.floor(Date.now() / 1000)
  const write = (target: string, headers: readonly string[]) =>
    send(
      site.port,
      `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers.join('\r\n')}\r\n\r\n`,
    )
  const signedHeaders = (target: string) =>
    Object.entries(signedInit(site.device, target, { created: created() }).headers).map(
      ([name, value]) => `${name}: ${value}`,
    )

  test('an honest request passes', async () => {
    expect(await write(paths.changes, signedHeaders(paths.changes))).toMatch(/^HTTP\/1\.1 200 /)
  })

  test('a header twice, even with the same value', async () => {
    for (const name of ['content-type', 'content-digest', 'signature', 'signature-input']) {
      const headers = signedHeaders(paths.changes)
      const twice = [...headers, ...headers.filter((line) => line.startsWith(`${name}:`))]
      expect(await write(paths.changes, twice), name).toMatch(
        /^HTTP\/1\.1 401 [\s\S]*"code":"unauthenticated"/,
      )
    }
  })

  test('a folded header is refused', async () => {
    const folded = signedHeaders(paths.changes).map((line) =>
      line.replace('content-type: ', 'content-type:\r\n '),
    )
    expect(await write(paths.changes, folded)).toMatch(/^HTTP\/1\.1 (400|401) /)
  })

  test('a path with an encoded slash, dots or a double slash', async () => {
    for (const target of [
      '/api/sync/v1%2Fchanges',
      '/api/sync/v1/./changes',
      '/api/x/../sync/v1/changes',
      '/api//sync/v1/changes',
    ])
      expect(await write(target, signedHeaders(target)), target).toMatch(/^HTTP\/1\.1 (401|404) /)
  })
})

describe('[SC-72] hostile parameters', () => {
  const nasty = [
    "'",
    "' or 1=1 --",
    '1;drop table record',
    '%27',
    '$1',
    '\u0000',
    '../../etc/passwd',
    '{{7*7}}',
    '<script>',
    'a'.repeat(3000),
  ]
  test.each(nasty)('%j changes nothing and tells nothing', async (value) => {
    const before = await site.server.store.read((tx) => tx.get('select count(*) as count from record'))
    const encoded = encodeURIComponent(value)
    for (const path of [
      `${paths.changes}?cursor=${encoded}&limit=${encoded}`,
      `${paths.changes}?cursor=${encoded}`,
      `${paths.receipts}?writer=${encoded}`,
    ]) {
      const { pathname, search } = new URL(path, site.url) // a browser writes ' as %27
      const response = await signedFetch(
        { ...site.server, clock: { now: Date.now() } },
        site.device,
        pathname + search,
      )
      expect([400, 410]).toContain(response.status)
      expect(
        Object.keys(await response.json()).filter(
          (key) => !['code', 'requestId', 'time', 'reason'].includes(key),
        ),
      ).toEqual([])
    }
    const claim = await ask(site.port, paths.claim, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': encoded.slice(0, 40) },
      body: JSON.stringify({
        door: value.slice(0, 64) || 'x',
        claim: 'A'.repeat(43),
        publicKey: 'B'.repeat(87),
      }),
    })
    expect([400, 404, 429]).toContain(claim.status)
    expect(await site.server.store.read((tx) => tx.get('select count(*) as count from record'))).toEqual(
      before,
    )
  })
})

test('[SEC-58] the policy of the page is the one the built product is checked against', () => {
  const source = readFileSync(new URL('../../src/server/headers.ts', import.meta.url), 'utf8')
  expect(source).not.toMatch(/unsafe-inline|unsafe-eval|data:|https?:/)
})
