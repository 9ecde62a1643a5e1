import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Answer, DeviceClient, type Sending, sends } from './deviceClient.ts'
import { expect, test } from './fixtures.ts'
import { secretOf } from './foundedDevice.ts'
import type { Network } from './network.ts'
import { productBuild } from './server.ts'

/** 5-security § 5.10, letter for letter. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types app-script-url',
  'upgrade-insecure-requests',
].join('; ')

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
} as const

const json = 'application/json; charset=utf-8'
const html = 'text/html; charset=utf-8'
const immutable = 'public, max-age=31536000, immutable'

/** What a browser says when a person opens an address. */
const navigation = { accept: 'text/html', 'sec-fetch-mode': 'navigate' } as const

interface Expected {
  readonly status: number
  readonly type?: string
  readonly cache: string
}

/** Each address by class: what it answers, its exact type, how long it may be kept. */
function addresses(): readonly (readonly [string, Sending, Expected])[] {
  const get = (path: string): Sending => ({ method: 'GET', path })
  const assets = readdirSync(join(productBuild, 'client/assets'))
  const first = (end: string): string => `/assets/${assets.find((name) => name.endsWith(end))}`
  const page = { status: 200, type: html, cache: 'no-store' }
  const api = { type: json, cache: 'no-store' }
  return [
    ['home', { ...get('/'), headers: navigation }, page],
    ['deep link', { ...get('/journal/2026-11-23'), headers: navigation }, page],
    ['script', get(first('.js')), { status: 200, type: 'text/javascript; charset=utf-8', cache: immutable }],
    ['style', get(first('.css')), { status: 200, type: 'text/css; charset=utf-8', cache: immutable }],
    ['font', get(first('.woff2')), { status: 200, type: 'font/woff2', cache: immutable }],
    ['worker', get('/sw.js'), { status: 200, type: 'text/javascript; charset=utf-8', cache: 'no-cache' }],
    [
      'manifest',
      get('/manifest.webmanifest'),
      { status: 200, type: 'application/manifest+json; charset=utf-8', cache: 'no-cache' },
    ],
    ['absent asset', get('/assets/absent-00000000.js'), { status: 404, cache: 'no-store' }],
    ['health', get('/api/v1/health'), { ...api, status: 200 }],
    ['unknown endpoint', get('/api/v1/absent'), { ...api, status: 404 }],
    ['wrong method', { method: 'DELETE', path: '/api/v1/health' }, { ...api, status: 405 }],
    ['unsigned pull', get('/api/sync/v1/changes'), { ...api, status: 401 }],
    [
      'unsigned push',
      {
        method: 'POST',
        path: '/api/sync/v1/operations',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      },
      { ...api, status: 401 },
    ],
    [
      'malformed claim',
      {
        method: 'POST',
        path: '/api/v1/enrol/claim',
        headers: { 'content-type': 'application/json' },
        body: '{',
      },
      { ...api, status: 400 },
    ],
    [
      'oversized body',
      {
        method: 'POST',
        path: '/api/sync/v1/operations',
        headers: { 'content-type': 'application/json' },
        body: Buffer.alloc(300 * 1024, 32),
      },
      { ...api, status: 413 },
    ],
  ]
}

function expectSafe(answer: Answer, label: string): void {
  for (const [name, value] of Object.entries(everywhere)) {
    expect.soft(answer.headers[name]?.toString().replaceAll(/\s+/g, ' '), `${name} of ${label}`).toBe(value)
  }
  expect.soft(answer.headers['set-cookie'], `cookie on ${label}`).toBeUndefined()
  expect.soft(answer.headers['access-control-allow-origin'], `CORS on ${label}`).toBeUndefined()
  expect.soft(answer.headers['x-powered-by'], `signature of ${label}`).toBeUndefined()
}

async function tries(network: Network, sending: Sending): Promise<Answer> {
  return await sends(network.server.port, sending)
}

test('[SC-59] every kind of answer carries the exact headers, its type and how long it may be kept', async ({
  field,
}) => {
  const network = await field.aNetwork()

  for (const [label, sending, expected] of addresses()) {
    const answer = await tries(network, sending)
    expect.soft(answer.status, label).toBe(expected.status)
    expect.soft(answer.headers['cache-control'], `cache of ${label}`).toBe(expected.cache)
    if (expected.type) {
      expect.soft(answer.headers['content-type']?.toLowerCase(), `type of ${label}`).toBe(expected.type)
    }
    expectSafe(answer, label)
  }
})

test('[SC-59] an answer « not modified » carries the same headers', async ({ field }) => {
  const network = await field.aNetwork()
  const { headers } = await tries(network, { method: 'GET', path: '/sw.js' })
  const etag = headers.etag
  test.expect(etag, 'an entity tag lets a tablet ask for the worker without loading it').toBeDefined()

  const again = await tries(network, {
    method: 'GET',
    path: '/sw.js',
    headers: { 'if-none-match': String(etag) },
  })

  expect(again.status).toBe(304)
  expectSafe(again, '304')
})

test('[SEC-59] a page of another site cannot call the API', async ({ field }) => {
  const network = await field.aNetwork()
  for (const site of ['cross-site', 'same-site']) {
    const answer = await tries(network, {
      method: 'GET',
      path: '/api/v1/health',
      headers: { 'sec-fetch-site': site },
    })
    expect.soft(answer.status, site).toBeGreaterThanOrEqual(400)
    expect.soft(answer.status, site).toBeLessThan(500)
  }
})

test('[SC-59] no address outside the built files is served', async ({ field }) => {
  const network = await field.aNetwork()
  const secret = /SQLite format 3|root:|"dependencies"|createApi/
  for (const path of [
    '/../../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2fserver%2fmain.js',
    '/server/main.js',
    '/.git/config',
    '/data/permanence.sqlite',
    '/assets/%00.js',
    '/%',
    '/assets/%c0%ae%c0%ae/sw.js',
    '//evil.example/',
    '/\\..\\..\\package.json',
  ]) {
    const answer = await tries(network, { method: 'GET', path })
    expect.soft(answer.status, path).toBeLessThan(500)
    expect.soft(answer.text, path).not.toMatch(secret)
  }
})

test('[SYN-53] each answer of the API names the protocol and the time', async ({ field }) => {
  const network = await field.aNetwork()
  const device = new DeviceClient(() => network.server.port)
  await device.claims('setup', secretOf(network))

  const answers = [
    await tries(network, { method: 'GET', path: '/api/v1/health' }),
    await device.pulls(),
    await device.pushes([
      device.operation({ kind: 'network', record: device.network, set: { name: 'Réseau' } }),
    ]),
  ]

  for (const { headers, json: body, status } of answers) {
    expect(status).toBe(200)
    expect(headers['permanence-protocol']).toBe('1')
    expect(Math.abs(Date.parse(String(body.time)) - Date.now())).toBeLessThan(5_000)
  }
})
