import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { newId } from '#domain/ids.ts'
import type { Operation } from '#domain/operation.ts'
import { type ClaimAnswer, claimContext } from '#protocol/enrol.ts'
import { contentDigest, signatureBase, signatureParams } from '#protocol/signature.ts'
import { paths } from '#protocol/version.ts'
import { createApi } from '#server/api.ts'
import { openSetupDoor } from '#server/enrol.ts'
import type { LogLine } from '#server/log.ts'
import { openSqliteStore } from '#server/sqliteStore.ts'
import type { Store } from '#server/store.ts'

/** The real API in this process, on a database in memory, with a clock and a source of chance that tests own. */
export interface TestServer {
  readonly store: Store
  readonly clock: { now: number }
  readonly random: (length: number) => Uint8Array
  readonly lines: LogLine[]
  /** What `fetch` would do against a real server. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>
  /** The secret of the set-up link, unused. */
  readonly setupSecret: string
}

export interface TestDevice extends Omit<ClaimAnswer, 'founder'> {
  readonly founder: string
  readonly privateKey: KeyObject
  /** Raw point, base64url, as enrolment sends it. */
  readonly publicKey: string
}

export type Fetch = (path: string, init?: RequestInit) => Promise<Response>

/** 12 March 2026, 9 h in Paris. */
export const testStart = Date.UTC(2026, 2, 12, 8, 0, 0)
export const testDay = '2026-03-12'

/** Chance that repeats: SHA-256 of a seed and a counter. */
export function seededBytes(seed: string): (length: number) => Uint8Array {
  let drawn = 0
  return (length) => {
    const bytes = new Uint8Array(length)
    for (let at = 0; at < length; at += 32) {
      const block = createHash('sha256').update(`${seed} ${drawn++}`).digest()
      bytes.set(block.subarray(0, Math.min(32, length - at)), at)
    }
    return bytes
  }
}

/** @param path `:memory:` by default */
export async function startServer(path = ':memory:', seed = 'server'): Promise<TestServer> {
  const store = await openSqliteStore(path)
  const clock = { now: testStart }
  const random = seededBytes(seed)
  const lines: LogLine[] = []
  const api = createApi({ store, clock: () => clock.now, random, log: (line) => lines.push(line) })
  const setupSecret = (await openSetupDoor(store, () => clock.now, random)) ?? ''
  return {
    store,
    clock,
    random,
    lines,
    setupSecret,
    fetch: async (path, init) => api.fetch(new Request(new URL(path, 'http://localhost'), init)),
  }
}

/** A server whose first device has claimed the set-up link: what most tests begin with. */
export async function startClaimedServer(
  path = ':memory:',
  seed = 'server',
): Promise<{
  readonly server: TestServer
  readonly device: TestDevice
}> {
  const server = await startServer(path, seed)
  return { server, device: await claimDevice(server.fetch, 'setup', server.setupSecret) }
}

/** A fresh P-256 pair. */
export function newKeys(): Pick<TestDevice, 'privateKey' | 'publicKey'> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  return { privateKey, publicKey: point.toString('base64url') }
}

export function claimOf(secret: string): string {
  return createHash('sha256')
    .update(claimContext + secret)
    .digest('base64url')
}

/** SHA-256 of a claim: what a coordinator's device gives to the server. */
export function digestOfClaim(claim: string): string {
  return createHash('sha256').update(Buffer.from(claim, 'base64url')).digest('base64url')
}

export function postClaim(fetch: Fetch, door: string, secret: string, publicKey: string): Promise<Response> {
  return fetch(paths.claim, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ door, claim: claimOf(secret), publicKey }),
  })
}

export async function claimDevice(fetch: Fetch, door: string, secret: string): Promise<TestDevice> {
  const keys = newKeys()
  const response = await postClaim(fetch, door, secret, keys.publicKey)
  const answer = (await response.json()) as ClaimAnswer
  if (response.status !== 200) throw new Error(`claim refused: ${JSON.stringify(answer)}`)
  return { ...answer, ...keys, founder: answer.founder ?? '' }
}

export interface SignedInit {
  readonly method?: string
  readonly body?: string | Uint8Array<ArrayBuffer>
  readonly gzip?: boolean
  readonly nonce?: string
  /** Unix seconds. */
  readonly created: number
  readonly headers?: Readonly<Record<string, string>>
}

/** The headers and body of a signed request (SEC-65). */
export function signedInit(
  device: Pick<TestDevice, 'device' | 'privateKey'>,
  path: string,
  init: SignedInit,
): RequestInit & { headers: Record<string, string> } {
  const method = init.method ?? 'GET'
  const plain = init.body ?? ''
  const body = init.gzip === true ? new Uint8Array(gzipSync(plain)) : plain
  const digest = contentDigest(createHash('sha256').update(body).digest('base64'))
  const params = signatureParams({
    created: init.created,
    keyid: device.device,
    ...(init.nonce !== undefined && { nonce: init.nonce }),
  })
  const at = path.indexOf('?')
  const text = signatureBase(
    {
      method,
      path: at === -1 ? path : path.slice(0, at),
      query: at === -1 ? '?' : path.slice(at),
      contentDigest: digest,
      contentType: 'application/json',
    },
    params,
  )
  const signature = sign('sha256', Buffer.from(text), { key: device.privateKey, dsaEncoding: 'ieee-p1363' })
  return {
    method,
    ...(method !== 'GET' && method !== 'HEAD' && { body }),
    headers: {
      'content-type': 'application/json',
      'content-digest': digest,
      'signature-input': `d=${params}`,
      signature: `d=:${signature.toString('base64')}:`,
      'permanence-protocol': '1',
      ...(init.gzip === true && { 'content-encoding': 'gzip' }),
      ...init.headers,
    },
  }
}

/** Sends a signed request of this device to the server in this process. */
export function signedFetch(
  server: Pick<TestServer, 'fetch' | 'clock'>,
  device: Pick<TestDevice, 'device' | 'privateKey'>,
  path: string,
  init: Partial<SignedInit> = {},
): Promise<Response> {
  const created = Math.floor(server.clock.now / 1000)
  return server.fetch(path, signedInit(device, path, { created, ...init }))
}

let made = 0
/** An id nobody used yet, of the test day. */
export function anId(day = testDay): string {
  made += 1
  return newId(day, seededBytes(`id ${made}`))
}

/** An operation with defaults: a walk-in visit, complete. */
export function anOperation(
  device: Pick<TestDevice, 'founder'>,
  change: Partial<Operation> & { readonly seq: number },
): Operation {
  return {
    id: anId(),
    kind: 'visit',
    schema: 1,
    record: anId(),
    base: 0,
    day: testDay,
    by: device.founder,
    ...(change.act === undefined &&
    change.set === undefined &&
    change.add === undefined &&
    change.remove === undefined
      ? {
          set: {
            day: testDay,
            halfDay: 'am',
            placeId: anId(),
            arrival: 'walkIn',
            outcome: 'doneTogether',
            minutes: 30,
          },
          add: { procedures: ['ameli.create'] },
        }
      : {}),
    ...change,
  }
}

/** What came back: its shape is what the test checks. */
export type Answer = Readonly<Record<string, unknown>>

export function factsOf(row: Answer | undefined): Answer {
  return (row?.facts ?? {}) as Answer
}

export interface Pushed {
  readonly status: number
  readonly body: Answer
}

/** Pushes operations of one writer and reads the answer. */
export async function pushAs(
  server: Pick<TestServer, 'fetch' | 'clock'>,
  device: TestDevice,
  writer: string,
  operations: readonly unknown[],
  init: Partial<SignedInit> & { readonly incarnation?: number } = {},
): Promise<Pushed> {
  const { incarnation = 1, ...rest } = init
  const body = JSON.stringify({ incarnation, writer, app: 'test', operations })
  const response = await signedFetch(server, device, paths.operations, { method: 'POST', body, ...rest })
  return { status: response.status, body: await response.json() }
}

/** Everything in the feed of a device, page after page. */
export async function pullAll(
  server: Pick<TestServer, 'fetch' | 'clock'>,
  device: TestDevice,
  limit = 1000,
): Promise<{ readonly rows: Answer[]; readonly pages: number; readonly head: number }> {
  const rows: Answer[] = []
  let cursor: string | undefined
  for (let pages = 1; ; pages += 1) {
    const query = `?limit=${limit}${cursor === undefined ? '' : `&cursor=${cursor}`}`
    const response = await signedFetch(server, device, paths.changes + query)
    const page = await response.json()
    if (response.status !== 200) throw new Error(JSON.stringify(page))
    rows.push(...page.rows)
    if (page.complete) return { rows, pages, head: page.head }
    cursor = page.cursor
  }
}

/** Opens a door with the first device and lets a second one in. */
export async function joinDevice(
  server: Pick<TestServer, 'fetch' | 'clock'>,
  device: TestDevice,
  more: Readonly<Record<string, unknown>> = {},
): Promise<TestDevice> {
  const id = anId()
  const link = `link-${id}`
  const response = await signedFetch(server, device, paths.enrol, {
    method: 'POST',
    nonce: `nonce${id.slice(-12)}`,
    body: JSON.stringify({
      id,
      hand: 'AB12',
      linkDigest: digestOfClaim(claimOf(link)),
      handDigest: digestOfClaim(claimOf(`hand-${id}`)),
      label: 'Tablette du hall',
      use: 'staff',
      by: device.founder,
      ...more,
    }),
  })
  if (response.status !== 200) throw new Error(JSON.stringify(await response.json()))
  return { ...(await claimDevice(server.fetch, id, link)), founder: device.founder }
}
