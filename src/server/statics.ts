import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { cacheControl } from './headers.ts'

const zip = promisify(gzip)
const brotli = promisify(brotliCompress)

interface StaticFile {
  readonly type: string
  readonly cache: string
  readonly etag: string
  readonly plain: Uint8Array<ArrayBuffer>
  /** Compressed on first request, once. */
  readonly encoded: Map<string, Promise<Uint8Array<ArrayBuffer>>>
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
}
const compressible = /^(text|application)\/|\+xml/

/**
 * Serves the built client from memory: exactly the files that were there at start, by their exact names, so that no
 * path can reach another file. A page address gets index.html; nothing else is guessed (SC-72).
 * @param folder `dist/client`
 */
export function staticFiles(folder: string): (request: Request, target: string) => Promise<Response> {
  const files = new Map<string, StaticFile>(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [`/${path.slice(folder.length + 1).replaceAll('\\', '/')}`, readStatic(path)] as const),
  )
  return async (request, target) => {
    const [path = '/'] = target.split('?')
    const file = files.get(path) ?? (isPage(request, path) ? files.get('/index.html') : undefined)
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, { Allow: 'GET, HEAD' })
    return file === undefined ? plain(404) : answer(request, file)
  }
}

function readStatic(path: string): StaticFile {
  const bytes = new Uint8Array(readFileSync(path))
  const extension = path.slice(path.lastIndexOf('.') + 1)
  const isHashed = /[\\/]assets[\\/][^\\/]+-[\w-]{8}\.\w+$/.test(path)
  return {
    type: types[extension] ?? 'application/octet-stream',
    cache:
      extension === 'html' ? cacheControl.never : isHashed ? cacheControl.forever : cacheControl.revalidate,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    plain: bytes,
    encoded: new Map(),
  }
}

const pagePath = /^\/(?!(api|assets)(\/|$))([\w\-~]+(\/[\w\-~]+)*\/?)?$/

/** The address of a screen: a navigation, no file name, not the API. A plain client that asks for HTML counts too. */
function isPage(request: Request, path: string): boolean {
  const navigates =
    request.headers.get('sec-fetch-mode') === 'navigate' ||
    (request.headers.get('accept') ?? '').includes('text/html')
  return navigates && pagePath.test(path)
}

async function answer(request: Request, file: StaticFile): Promise<Response> {
  const headers = {
    'Cache-Control': file.cache,
    'Content-Type': file.type,
    ETag: file.etag,
    Vary: 'Accept-Encoding',
  }
  const asked = (request.headers.get('if-none-match') ?? '').replaceAll('W/', '').split(/\s*,\s*/)
  if (asked.includes(file.etag)) return new Response(null, { status: 304, headers })
  const accepted = request.headers.get('accept-encoding') ?? ''
  const encoding = compressible.test(file.type)
    ? /\b(br)\b|\b(gzip)\b/.exec(accepted.includes('br') ? 'br' : accepted)?.[0]
    : undefined
  const bytes = encoding === undefined ? file.plain : await encodedOnce(file, encoding)
  return new Response(request.method === 'HEAD' ? null : bytes, {
    status: 200,
    headers: {
      ...headers,
      'Content-Length': String(bytes.length),
      ...(encoding !== undefined && { 'Content-Encoding': encoding }),
    },
  })
}

function encodedOnce(file: StaticFile, encoding: string): Promise<Uint8Array<ArrayBuffer>> {
  const known = file.encoded.get(encoding)
  if (known !== undefined) return known
  const made = encoding === 'br' ? withBrotli(file.plain) : zip(file.plain, { level: 9 })
  const bytes = made.then((buffer) => new Uint8Array(buffer))
  file.encoded.set(encoding, bytes)
  return bytes
}

/** Quality 9: within a few per cent of the best, in a hundredth of a second per file instead of half a second. */
function withBrotli(bytes: Uint8Array): Promise<Buffer> {
  return brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
}

function plain(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(`${status}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': cacheControl.never, ...headers },
  })
}
