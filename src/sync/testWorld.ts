import type { RandomBytes } from '#domain/ids.ts'
import type { PullAnswer, PushAnswer } from '#protocol/sync.ts'
import { paths, protocolHeader } from '#protocol/version.ts'
import type { DeviceKey } from '#storage/vault/deviceKey.ts'
import type { Channel, Message } from './channel.ts'
import { trustedClock } from './clock.ts'
import type { Locks } from './leader.ts'
import type { Connection, Fetch } from './signedFetch.ts'
import type { Timers } from './timers.ts'

/** A small world for tests: time that passes when told, a network that answers what it is told. */

/** 12 March 2026, 9 h in Paris. */
export const testNow = Date.UTC(2026, 2, 12, 8)
export const testTime = new Date(testNow).toISOString()

export interface TestTime extends Timers {
  /** Device time, moved by `pass`; tests may also set the wall clock alone. */
  wall: number
  monotonic: number
  /** Lets so much time pass, calling what is due in order, and what follows from it. */
  readonly pass: (milliseconds: number) => Promise<void>
}

export function testTimers(): TestTime {
  let waiting: readonly { readonly at: number; readonly call: () => void }[] = []
  const time: TestTime = {
    wall: testNow,
    monotonic: 0,
    after: (milliseconds, call) => {
      const timer = { at: time.monotonic + milliseconds, call }
      waiting = [...waiting, timer]
      return () => {
        waiting = waiting.filter((other) => other !== timer)
      }
    },
    pass: async (milliseconds) => {
      const until = time.monotonic + milliseconds
      for (;;) {
        await settled()
        const next = waiting.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        waiting = waiting.filter((other) => other !== next)
        time.wall += next.at - time.monotonic
        time.monotonic = next.at
        next.call()
      }
      time.wall += until - time.monotonic
      time.monotonic = until
    },
  }
  return time
}

/** Lets everything that is ready to run, run: a few macrotasks, as cryptography and streams need. */
export async function settled(): Promise<void> {
  for (let at = 0; at < 12; at += 1) await new Promise((resolve) => setTimeout(resolve, 0))
}

/** Chance that repeats (mulberry32). */
export function seeded(seed = 1): RandomBytes {
  let state = seed
  return (length) =>
    Uint8Array.from({ length }, () => {
      state = (state + 0x6d2b_79f5) | 0
      const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      return ((mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed) >>> 24
    })
}

/** A request as a server would read it. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Headers
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly init: RequestInit
}

export type Answering = (asked: Asked) => Response | Promise<Response>

/** A network behind which a function answers; it fails like `fetch` when that function throws. */
export function network(answer: Answering): Fetch & { readonly asked: Asked[] } {
  const asked: Asked[] = []
  const fetch: Fetch = async (target, init) => {
    const { pathname, searchParams } = new URL(target, 'http://localhost')
    const request = {
      method: init.method ?? 'GET',
      path: pathname,
      query: searchParams,
      headers: new Headers(init.headers),
      bytes: new Uint8Array(await new Response(init.body ?? '').arrayBuffer()),
      init,
    }
    asked.push(request)
    const answered = Promise.resolve(answer(request))
    const aborted = new Promise<never>((_, reject) => {
      const abort = () => reject(new DOMException('aborted', 'AbortError'))
      if (init.signal?.aborted) abort()
      init.signal?.addEventListener('abort', abort)
    })
    return Promise.race([answered, aborted])
  }
  return Object.assign(fetch, { asked })
}

/** Never answers: a half-open connection. */
export function silence(): Promise<Response> {
  return new Promise(() => undefined)
}

/** An answer of our server. */
export function says(body: object, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', [protocolHeader]: '1', ...headers },
  })
}

/** An error of our server. */
export function refuses(status: number, code: string, more: object = {}, headers = {}): Response {
  return says({ code, requestId: 'r', ...more }, status, headers)
}

export function pushed(more: Partial<PushAnswer>): Response {
  return says({ incarnation: 1, head: 5, backedUp: 0, time: testTime, acked: 0, results: [], ...more })
}

export function page(more: Partial<PullAnswer> = {}): Response {
  const place = { head: 5, cursor: 'c', complete: true, scope: { sealed: false }, rows: [] }
  return says({ incarnation: 1, backedUp: 0, time: testTime, ...place, ...more })
}

/** The body of a push, inflated. */
export async function pushIn(asked: Asked): Promise<{
  readonly writer: string
  readonly incarnation: number
  readonly operations: readonly { readonly id: string; readonly seq: number; readonly record: string }[]
}> {
  const isZipped = asked.headers.get('content-encoding') === 'gzip'
  const stream = new Blob([asked.bytes]).stream()
  const plain = isZipped ? stream.pipeThrough(new DecompressionStream('gzip')) : stream
  return JSON.parse(await new Response(plain).text())
}

/** A server that receives everything and has nothing to tell, but for what the test puts before it. */
export function aServer(
  first: (asked: Asked) => Response | undefined | Promise<Response | undefined> = () => undefined,
) {
  return network(async (asked) => {
    const answer = await first(asked)
    if (answer !== undefined) return answer
    if (asked.path === paths.changes) return page()
    const { operations } = await pushIn(asked)
    return pushed({ acked: operations.at(-1)?.seq ?? 0 })
  })
}

export function connectionTo(fetch: Fetch, time = testTimers(), random = seeded()): Connection {
  const clocks = { wall: () => time.wall, monotonic: () => time.monotonic }
  return { fetch, timers: time, random, clock: trustedClock(clocks, null, () => 45) }
}

/** A key whose signatures nobody checks. */
export const anyKey: DeviceKey = { sign: async () => `${'A'.repeat(86)}==` }

/** Tabs of one browser: one lock, one channel. */
export function someTabs(): { readonly locks: Locks; readonly channel: () => Channel } {
  let queue: Promise<unknown> = Promise.resolve()
  const listeners = new Map<object, (message: Message) => void>()
  return {
    locks: {
      request: (_, { signal }, work) => {
        const turn = queue.then(() => (signal.aborted ? undefined : work()))
        queue = turn.catch(() => undefined)
        return turn
      },
    },
    channel: () => {
      const self = {}
      return {
        post: (message) => {
          for (const [other, listener] of listeners) if (other !== self) listener(message)
        },
        listen: (listener) => void listeners.set(self, listener),
      }
    },
  }
}
