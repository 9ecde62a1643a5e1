import * as v from 'valibot'
import { err, ok, type Result } from '#domain/result.ts'

/** How this server runs: from the environment only, once, at start. */
export interface Config {
  readonly port: number
  /** Where it listens. Loopback by default: nothing listens outside by itself. */
  readonly host: string
  readonly dataDir: string
  /** What people type, without a final slash; the links it prints begin with it. */
  readonly publicUrl: string
}

/** One wrong variable: which, what it was and why. */
export interface ConfigProblem {
  readonly type: 'config'
  readonly variable: string
  readonly value: string
  readonly reason: string
}

/** Names that browsers treat as secure without a certificate. */
const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

export function isLoopbackName(hostname: string): boolean {
  return loopback.has(hostname.toLowerCase())
}

const Port = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/, 'a port is a whole number'),
  v.transform(Number),
  v.minValue(1, 'a port is between 1 and 65535'),
  v.maxValue(65_535, 'a port is between 1 and 65535'),
)
const Folder = v.pipe(
  v.string(),
  v.check((path) => !path.includes('\0'), 'not a path'),
)
const HostName = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9.:-]{1,253}$/, 'an address of this machine is expected, such as 127.0.0.1'),
)
const needsHttps =
  'browsers give service workers, locks and cryptography to HTTPS or localhost only, so tablets need an ' +
  'https:// address: see "Tablets" in README.md'
const PublicUrl = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text), 'not a web address'),
  v.transform((text) => new URL(text)),
  v.check((url) => url.protocol === 'https:' || url.protocol === 'http:', 'must begin with https://'),
  v.check((url) => url.protocol === 'https:' || isLoopbackName(url.hostname), needsHttps),
  v.check(
    (url) => url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '',
    'must end after the host and the port: Permanence has its own origin',
  ),
  v.transform((url) => url.origin),
)

/** `http://localhost` alone means this server, wherever it listens: without a proxy nothing else answers there. */
function withPort(url: string, port = 8080): string {
  return /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])\/?$/i.test(url)
    ? `${url.replace(/\/$/, '')}:${port}`
    : url
}

/**
 * Reads PORT (8080), HOST (127.0.0.1), DATA_DIR (./data) and PUBLIC_URL (http://localhost:PORT).
 * An empty variable counts as absent. The first wrong one is returned.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Config, ConfigProblem> {
  const given = (name: string, otherwise: string) => environment[name]?.trim() || otherwise
  const problems: ConfigProblem[] = []
  const read = <Output>(
    variable: string,
    schema: v.GenericSchema<string, Output>,
    value: string,
  ): Output | undefined => {
    const parsed = v.safeParse(schema, value, { abortPipeEarly: true })
    if (parsed.success) return parsed.output
    problems.push({ type: 'config', variable, value, reason: parsed.issues[0].message })
    return undefined
  }
  const port = read('PORT', Port, given('PORT', '8080'))
  const host = read('HOST', HostName, given('HOST', '127.0.0.1'))
  const dataDir = read('DATA_DIR', Folder, given('DATA_DIR', './data'))
  const publicUrl = read('PUBLIC_URL', PublicUrl, withPort(given('PUBLIC_URL', 'http://localhost'), port))
  const [problem] = problems
  if (port === undefined || host === undefined || dataDir === undefined || publicUrl === undefined || problem)
    return err(problem ?? { type: 'config', variable: 'PORT', value: '', reason: 'missing' })
  return ok({ port, host, dataDir, publicUrl })
}
