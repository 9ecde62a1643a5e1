import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApi } from '#server/api.ts'
import { createSiteServer } from '#server/serve.ts'
import { staticFiles } from '#server/statics.ts'
import { startClaimedServer, type TestDevice, type TestServer } from './startServer.ts'

/** The real server on a free loopback port, with a small built client. */
export interface Listening {
  readonly port: number
  readonly url: string
  readonly server: TestServer
  readonly device: TestDevice
  readonly stop: () => Promise<void>
}

export const script = `console.log(${JSON.stringify('é'.repeat(2000))})\n`

export async function listen(): Promise<Listening> {
  const folder = mkdtempSync(join(tmpdir(), 'permanence-client-'))
  const files: Readonly<Record<string, string>> = {
    'index.html': '<!doctype html><html lang="fr"><title>Permanence</title></html>\n',
    'sw.js': 'self.skipWaiting\n',
    'manifest.webmanifest': '{"name":"Permanence"}\n',
    'assets/index-AbCd1234.js': script,
    'assets/style-AbCd1234.css': 'body { color: black }\n',
    'assets/font-AbCd1234.woff2': 'font',
    'icons/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const { server, device } = await startClaimedServer()
  const { store, random, lines } = server
  const clock = () => Date.now()
  server.clock.now = clock()
  const api = createApi({ store, clock, random, log: (line) => lines.push(line) })
  const http = createSiteServer({ api, files: staticFiles(folder), clock, log: (line) => lines.push(line) })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    server: {
      ...server,
      fetch: (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init),
    },
    device,
    stop: async () => {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
      await store.close()
      rmSync(folder, { recursive: true })
    },
  }
}

export interface RawAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** A request exactly as written: any path, any Host, no decompression. */
export function ask(
  port: number,
  path: string,
  options: {
    readonly method?: string
    readonly headers?: OutgoingHttpHeaders
    readonly body?: string | Uint8Array
  } = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        port,
        host: '127.0.0.1',
        path,
        method: options.method ?? 'GET',
        headers: options.headers ?? {},
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        )
      },
    )
    request.on('error', reject)
    request.end(options.body)
  })
}

/** Writes bytes on a connection and reads until it closes: for requests no client would make. */
export function send(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk.toString()
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', (error) => (answer === '' ? reject(error) : resolve(answer)))
  })
}
