import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context } from 'hono'
import type { Result } from '#domain/result.ts'
import { protocolHeader, protocolVersion } from '#protocol/version.ts'
import type { Caller } from './auth.ts'
import { type Fault, statusOf } from './fault.ts'
import { cacheControl } from './headers.ts'

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

/** What a work returned: its value as JSON, or why not. */
export function answerResult(c: Answering, result: Result<unknown, Fault>): Promise<Response> {
  return result.ok ? answerJson(c, JSON.stringify(result.value)) : answerFault(c, result.error)
}
