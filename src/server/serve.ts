import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { getRequestListener, RequestError } from '@hono/node-server'
import type { Hono } from 'hono'
import { limits } from '#protocol/limits.ts'
import { type ErrorCode, errorStatus } from '#protocol/reasons.ts'
import { protocolHeader, protocolVersion } from '#protocol/version.ts'
import type { Bindings } from './answers.ts'
import type { Caller } from './auth.ts'
import { cacheControl, securityHeaders } from './headers.ts'
import { householdOf } from './household.ts'
import { httpsNeeded, lacksHttps } from './httpsNeeded.ts'
import { type Log, stackOf } from './log.ts'
import { type Clock, instantAt } from './time.ts'

export interface SiteParts {
  readonly api: Hono<Bindings>
  readonly files: (request: Request, target: string) => Promise<Response>
  readonly clock: Clock
  readonly log: Log
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const headerMilliseconds = 10_000
const requestMilliseconds = 120_000
/** How often slow connections are looked for; Node's own 30 s would let 10 s last 40. */
const checkMilliseconds = 2_000

/** The HTTP server: the API and the built client on one origin. Not listening yet. */
export function createSiteServer(parts: SiteParts): Server {
  const listener = getRequestListener(
    async (request, { incoming }) => withHeaders(await answer(parts, request, incoming as IncomingMessage)),
    {
      overrideGlobalObjects: false,
      hostname: 'localhost', // for a request without Host, which is then refused below
      errorHandler: (error) => afterError(error, parts),
    },
  )
  const server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: headerMilliseconds,
      requestTimeout: requestMilliseconds,
      connectionsCheckingInterval: checkMilliseconds,
      keepAliveTimeout: 30_000,
      insecureHTTPParser: false,
      requireHostHeader: false, // answered by us, with our headers
    },
    (incoming, outgoing) => {
      if (!methods.has(incoming.method ?? '')) refuseMethod(outgoing, parts.clock)
      else void listener(incoming, outgoing)
    },
  )
  // Node would answer 417 by itself, without our headers: an expectation we do not know is ignored (RFC 9110 § 10.1.1).
  server.on('checkExpectation', (incoming, outgoing) => server.emit('request', incoming, outgoing))
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) =>
    refuseClient(error, socket, parts.clock),
  )
  return server
}

/** A request that has no address, or a failure of ours outside any route. */
function afterError(error: unknown, { clock, log }: SiteParts): Response {
  const code = error instanceof RequestError ? 'malformed' : 'failed'
  if (code === 'failed') log({ level: 'error', event: 'failed', stack: stackOf(error) })
  const body = codedBody(code, clock)
  return new Response(body, { status: errorStatus[code], headers: codedHeaders(body) })
}

async function answer(parts: SiteParts, request: Request, incoming: IncomingMessage): Promise<Response> {
  const target = incoming.url ?? '/'
  const isApi = /^\/api(\/|$)/.test(target)
  const isHttps = isLoopbackPeer(incoming) && incoming.headers['x-forwarded-proto'] === 'https'
  if (lacksHttps({ host: incoming.headers.host ?? '', isHttps }))
    return httpsNeeded(isApi, instantAt(parts.clock()))
  return isApi ? parts.api.fetch(request, { caller: callerFrom(incoming) }) : parts.files(request, target)
}

const loopbackAddress = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/

function isLoopbackPeer(incoming: IncomingMessage): boolean {
  return loopbackAddress.test(incoming.socket.remoteAddress ?? '')
}

/** Behind the proxy of this machine the address is the last one it names; elsewhere the header is anybody's word. */
function callerFrom(incoming: IncomingMessage): Caller {
  const forwarded = isLoopbackPeer(incoming) ? incoming.headers['x-forwarded-for'] : undefined
  const [last] = (typeof forwarded === 'string' ? forwarded : '').split(',').slice(-1)
  return {
    target: incoming.url ?? '/',
    address: householdOf(last?.trim() || incoming.socket.remoteAddress || ''),
    isOdd: hasOddHeader(incoming.rawHeaders),
  }
}

const single = new Set([
  'content-type',
  'content-length',
  'content-encoding',
  'content-digest',
  'host',
  'signature',
  'signature-input',
])

/** A covered header twice, or one folded over two lines (SC-66): Node would join or drop it, so the text would differ. */
function hasOddHeader(raw: readonly string[]): boolean {
  const seen = new Set<string>()
  return raw.some((text, index) => {
    if (index % 2 === 1) return /[\r\n\t]/.test(text)
    const name = text.toLowerCase()
    const isTwice = seen.has(name) && single.has(name)
    seen.add(name)
    return isTwice
  })
}

function withHeaders(response: Response): Response {
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value)
  return response
}

function codedBody(code: ErrorCode, clock: Clock): string {
  return JSON.stringify({ code, requestId: 'none', time: instantAt(clock()) })
}

function codedHeaders(body: string): Readonly<Record<string, string>> {
  return {
    ...securityHeaders,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    'Cache-Control': cacheControl.never,
    [protocolHeader]: String(protocolVersion),
    Connection: 'close',
  }
}

function refuseMethod(outgoing: ServerResponse, clock: Clock): void {
  const body = codedBody('method_not_allowed', clock)
  outgoing.writeHead(errorStatus.method_not_allowed, { ...codedHeaders(body), Allow: 'GET, HEAD, POST' })
  outgoing.end(body)
}

/** What Node refuses before there is a request: too many headers, too slow, not HTTP. Same headers, same codes. */
function refuseClient(error: NodeJS.ErrnoException, socket: Socket, clock: Clock): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const code: ErrorCode =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? 'headers_too_large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? 'timeout'
        : 'malformed'
  const body = codedBody(code, clock)
  const head = Object.entries(codedHeaders(body)).map(([name, value]) => `${name}: ${value}`)
  socket.end(`HTTP/1.1 ${errorStatus[code]} Refused\r\n${head.join('\r\n')}\r\n\r\n${body}`)
}
