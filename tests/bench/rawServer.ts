import { createReadStream, existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

/**
 * The least a server can do, for the raw limits: it gives the files of a folder, swallows what is sent to `/sink`, and
 * gives back the bytes it was told to hold at `/bytes`, already zipped.
 */
export class RawServer {
  readonly #server: Server
  #bytes: Buffer = Buffer.alloc(0)

  private constructor(folder: string) {
    this.#server = createServer((request, response) => this.#answer(folder, request, response))
  }

  static async start(folder: string): Promise<RawServer> {
    const raw = new RawServer(folder)
    await new Promise<void>((resolve) => raw.#server.listen(0, '127.0.0.1', resolve))
    return raw
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** What `/bytes` answers from now on. @param zipped gzip of a JSON text */
  holds(zipped: Buffer): void {
    this.#bytes = zipped
  }

  stop(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  #answer(folder: string, request: IncomingMessage, response: ServerResponse): void {
    const path = new URL(request.url ?? '/', 'http://raw').pathname
    if (path === '/sink') {
      request.resume().on('end', () => response.end('{}'))
      return
    }
    if (path === '/bytes') {
      response.setHeader('content-type', 'application/json')
      response.setHeader('content-encoding', 'gzip')
      response.setHeader('cache-control', 'no-store')
      response.end(this.#bytes)
      return
    }
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    if (!file.startsWith(folder) || !existsSync(file)) {
      response.statusCode = 404
      response.end()
      return
    }
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
    response.setHeader('cache-control', 'no-cache')
    createReadStream(file).pipe(response)
  }
}
