import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import type { RandomBytes } from '#domain/ids.ts'
import { paths, protocolHeader, protocolVersion } from '#protocol/version.ts'
import type { Caller } from './auth.ts'
import { type Fault, statusOf } from './fault.ts'
import { cacheControl, securityHeaders } from './headers.ts'
import type { Log } from './log.ts'
import { type Clock, instantAt } from './time.ts'

/** What the transport gives with a request, and what an answer remembers for the journal. */
export interface Bindings {
  Bindings: { readonly caller?: Caller }
  Variables: {
    requestId: string
    time: string
    device: string | undefined
    code: string | undefined
    count: number | undefined
  }
}
export type Answering = Context<Bindings>

const compress = promisify(gzip)
/** Below this a gzip answer gains nothing. */
const worthCompressing = 1024

/** In one process there is no transport: the address of the request is its target. */
export function callerOf(c: Answering): Caller {
  const { pathname, search } = new URL(c.req.url)
  return (
    (c.env as Bindings['Bindings'] | undefined)?.caller ?? {
      target: `${pathname}${search}`,
      address: 'in process',
    }
  )
}

/** JSON text as an answer of the API, gzip when it helps (SYN-133). */
export async function answerJson(
  c: Answering,
  text: string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const all: Record<string, string> = {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': cacheControl.never,
    [protocolHeader]: String(protocolVersion),
    Vary: 'Accept-Encoding',
    ...headers,
  }
  const accepts = /\bgzip\b/.test(c.req.raw.headers.get('accept-encoding') ?? '')
  if (!accepts || text.length < worthCompressing) return new Response(text, { status, headers: all })
  return new Response(new Uint8Array(await compress(text, { level: 6 })), {
    status,
    headers: { ...all, 'Content-Encoding': 'gzip' },
  })
}

/** An error: a code, a number to read out to support, the server's time, and what the device needs (SYN-76). */
export async function answerFault(
  c: Answering,
  fault: Fault,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  c.set('code', fault.type)
  const body = { code: fault.type, requestId: c.get('requestId'), time: c.get('time'), ...fault.more }
  // What was not read of a refused body must not be taken for the next request.
  const ends = fault.type === 'too_large' || fault.type === 'timeout'
  return answerJson(c, JSON.stringify(body), statusOf(fault), {
    ...(fault.retryAfter !== undefined && { 'Retry-After': String(fault.retryAfter) }),
    ...(ends && { Connection: 'close' }),
    ...headers,
  })
}

interface Observation {
  readonly clock: Clock
  readonly random: RandomBytes
  readonly log: Log
}

const routes = new Set<string>(Object.values(paths))

/** Around every request: its number, the checks of any API call, the headers of § 5.10, one line in the journal. */
export function observe({ clock, random, log }: Observation): MiddlewareHandler<Bindings> {
  return async (c, next) => {
    const started = performance.now()
    c.set('requestId', Buffer.from(random(9)).toString('base64url'))
    c.set('time', instantAt(clock()))
    const refusal = refusalOf(c)
    if (refusal === undefined) await next()
    else c.res = await answerFault(c, refusal)
    for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value)
    const status = c.res.status
    const device = c.get('device')
    const code = c.get('code')
    const count = c.get('count')
    log({
      level: status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info',
      event: 'request',
      requestId: c.get('requestId'),
      method: c.req.method,
      route: routes.has(c.req.path) ? c.req.path : '/api/*',
      status,
      ms: Math.round(performance.now() - started),
      ...(device !== undefined && { device }),
      ...(count !== undefined && { count }),
      ...(code !== undefined && { code }),
    })
  }
}

/** What is refused before any route: another site's page (SEC-59), a path in disguise, a post that is not JSON. */
function refusalOf(c: Answering): Fault | undefined {
  const { headers } = c.req.raw
  // A route written otherwise, such as with an encoded letter, is no route of ours (SEC-65).
  const [written] = callerOf(c).target.split('?')
  if (written !== c.req.path) return { type: headers.has('signature') ? 'unauthenticated' : 'unknown' }
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return { type: 'not_allowed' }
  const isJson = /^application\/json(; ?charset=utf-8)?$/i.test(headers.get('content-type') ?? '')
  const isPost = c.req.method === 'POST'
  return isPost && routes.has(c.req.path) && !isJson ? { type: 'unsupported_media_type' } : undefined
}
