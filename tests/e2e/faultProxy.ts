import { once } from 'node:events'
import {
  createServer,
  type Server as HttpServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
  request as sendRequest,
} from 'node:http'
import type { Socket } from 'node:net'
import { gunzipSync } from 'node:zlib'

/** What may go wrong between a tablet and its server. */
export type Fault =
  /** The request never arrives. */
  | { readonly type: 'request lost' }
  /** The server did what it was asked, and nobody heard its answer. */
  | { readonly type: 'answer lost' }
  /** The connection dies in the middle of the answer. */
  | { readonly type: 'answer cut'; readonly afterBytes: number }
  | { readonly type: 'delay'; readonly milliseconds: number }
  /** The connection stays open and nothing ever comes (a half-open connection). */
  | { readonly type: 'never answered' }
  /** The answer of something that is not the server: a broken proxy, a portal, a hostile copy. */
  | {
      readonly type: 'answer'
      readonly status: number
      readonly body: string
      readonly headers?: Readonly<Record<string, string>>
    }
  /** The true answer, rewritten. */
  | { readonly type: 'rewrite'; readonly change: (body: string) => string }
  /** One byte a second. */
  | { readonly type: 'trickle' }

export interface Exchange {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** As JSON text, inflated. */
  readonly requestBody: string
  readonly at: number
  answeredAt: number | undefined
  status: number | undefined
  answerHeaders: IncomingHttpHeaders
  answerBody: string
  /** What was done to it. */
  readonly fault: Fault | undefined
}

export type Meddle = (asked: {
  readonly method: string
  readonly path: string
  readonly body: string
}) => Fault | undefined

/** Free Wi-Fi of a library: everything answers 200 with a page that asks to accept the conditions. */
export const portal: Fault = {
  type: 'answer',
  status: 200,
  body: '<!doctype html><title>Wi-Fi</title><form method="post"><button>Accepter</button></form>',
  headers: { 'content-type': 'text/html; charset=utf-8' },
}

/** An answer in the form of the server's own errors. */
export function refusal(status: number, code: string, more: Readonly<Record<string, unknown>> = {}): Fault {
  return {
    type: 'answer',
    status,
    body: JSON.stringify({ code, requestId: 'proxy', time: new Date().toISOString(), ...more }),
    headers: { 'content-type': 'application/json; charset=utf-8', 'permanence-protocol': '1' },
  }
}

/**
 * Stands between the tablets and the server, on the one address that tablets know. It passes everything on until a
 * test says what goes wrong, and remembers what was said.
 */
export class FaultProxy {
  readonly exchanges: Exchange[] = []
  #meddle: Meddle = () => undefined
  readonly #target: () => number
  #server: HttpServer | undefined
  readonly #sockets = new Set<Socket>()
  #port = 0

  /** @param target the port of the server, asked at each request because it may not have started yet */
  constructor(target: () => number) {
    this.#target = target
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  get isCut(): boolean {
    return this.#server === undefined
  }

  /** @param port the one to listen on, when the address must be one that is already known */
  async opens(port = this.#port): Promise<void> {
    if (this.#server !== undefined) return
    const server = createServer((request, response) => {
      void this.#passes(request, response)
    })
    server.on('connection', (socket) => {
      this.#sockets.add(socket)
      socket.once('close', () => this.#sockets.delete(socket))
    })
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    this.#port = address.port
    this.#server = server
  }

  /** The cable is pulled: nothing listens, and what was open is dropped. */
  async isPulledOut(): Promise<void> {
    const server = this.#server
    if (server === undefined) return
    this.#server = undefined
    server.close()
    for (const socket of this.#sockets) socket.destroy()
    await once(server, 'close')
  }

  /** From now on this decides what goes wrong; without a function everything passes. */
  meddles(meddle: Meddle = () => undefined): void {
    this.#meddle = meddle
  }

  /** The first request that matches goes wrong this way, then everything passes. */
  meddlesOnce(method: string, pathStart: string, fault: Fault): void {
    let done = false
    this.meddles((asked) => {
      if (done || asked.method !== method || !asked.path.startsWith(pathStart)) return undefined
      done = true
      return fault
    })
  }

  /** What was pushed, in the order of arrival at the proxy. */
  pushes(): readonly Exchange[] {
    return this.exchanges.filter(({ method, path }) => method === 'POST' && path.endsWith('/operations'))
  }

  async #passes(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = await bytesOf(request).catch(() => undefined)
    if (sent === undefined) return
    const body = textOf(sent, request.headers['content-encoding'])
    const { method = 'GET', url: path = '/' } = request
    const fault = this.#meddle({ method, path, body })
    const exchange: Exchange = {
      method,
      path,
      headers: request.headers,
      requestBody: body,
      at: Date.now(),
      answeredAt: undefined,
      status: undefined,
      answerHeaders: {},
      answerBody: '',
      fault,
    }
    this.exchanges.push(exchange)
    if (fault?.type === 'request lost') return void response.destroy()
    if (fault?.type === 'never answered') return
    if (fault?.type === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.milliseconds))
    if (fault?.type === 'answer') {
      exchange.status = fault.status
      response.writeHead(fault.status, { 'content-type': 'text/plain; charset=utf-8', ...fault.headers })
      return void response.end(fault.body)
    }
    await this.#forwards(request, sent, exchange, response)
  }

  async #forwards(
    request: IncomingMessage,
    sent: Buffer,
    exchange: Exchange,
    response: ServerResponse,
  ): Promise<void> {
    const upstream = sendRequest({
      host: '127.0.0.1',
      port: this.#target(),
      method: request.method,
      path: request.url,
      headers: request.headers,
      agent: false,
    })
    upstream.end(sent)
    try {
      const [answer] = (await once(upstream, 'response')) as [IncomingMessage]
      const bytes = await bytesOf(answer)
      exchange.answeredAt = Date.now()
      exchange.status = answer.statusCode
      exchange.answerHeaders = answer.headers
      exchange.answerBody = textOf(bytes, answer.headers['content-encoding'])
      await replies(response, answer, bytes, exchange)
    } catch {
      response.destroy() // the server is stopped: the tablet must see a dead line, not an answer of ours
    }
  }
}

async function replies(
  response: ServerResponse,
  answer: IncomingMessage,
  bytes: Buffer,
  { fault, answerBody }: Exchange,
): Promise<void> {
  const status = answer.statusCode ?? 500
  const headers = { ...answer.headers }
  delete headers.connection
  delete headers['keep-alive']
  delete headers['transfer-encoding']
  switch (fault?.type) {
    case 'answer lost':
      response.destroy()
      return
    case 'answer cut':
      response.writeHead(status, { ...headers, 'content-length': bytes.length })
      response.write(bytes.subarray(0, fault.afterBytes), () => response.destroy())
      return
    case 'rewrite': {
      delete headers['content-encoding']
      const changed = Buffer.from(fault.change(answerBody))
      response.writeHead(status, { ...headers, 'content-length': changed.length })
      response.end(changed)
      return
    }
    case 'trickle':
      response.writeHead(status, headers)
      for (let at = 0; at < bytes.length && !response.destroyed; at += 1) {
        response.write(bytes.subarray(at, at + 1))
        await new Promise((resolve) => setTimeout(resolve, 1_000))
      }
      response.end()
      return
    default:
      response.writeHead(status, headers)
      response.end(bytes)
  }
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function textOf(bytes: Buffer, encoding: string | undefined): string {
  if (encoding !== 'gzip') return bytes.toString('utf8')
  try {
    return gunzipSync(bytes).toString('utf8')
  } catch {
    return ''
  }
}
