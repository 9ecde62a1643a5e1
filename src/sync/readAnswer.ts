import { err, ok, type Result } from '#domain/result.ts'
import { limits } from '#protocol/limits.ts'
import { protocolHeader, protocolVersion } from '#protocol/version.ts'
import type { Call, CallFailure, Connection } from './signedFetch.ts'

/** An answer of our server, parsed; whether its content is right remains to be seen. */
export interface RawAnswer {
  readonly status: number
  readonly json: unknown
  readonly retryAfterHeader: string | null
}

/** The longest answer that is read: a page (SYN-65) and room for what surrounds it. */
const longest = 2 * limits.pullBytes

/** Sends and reads one answer under two watchdogs: the whole, and the time without a byte (SYN-21). */
export async function readAnswer(
  { fetch, timers }: Connection,
  call: Call<unknown>,
  headers: Readonly<Record<string, string>>,
  outer?: AbortSignal,
): Promise<Result<RawAnswer, CallFailure>> {
  const watchdog = new AbortController()
  let timedOut = false
  const expire = () => {
    timedOut = true
    watchdog.abort()
  }
  const cancelWhole = timers.after(call.seconds * 1000, expire)
  const idle = idleWatch(call, timers, expire)
  const signal = outer === undefined ? watchdog.signal : AbortSignal.any([watchdog.signal, outer])
  try {
    const response = await fetch(call.path + (call.query ?? ''), {
      method: call.method,
      headers,
      ...(call.body && { body: call.body.bytes }),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal,
    })
    // A proxy that says its server failed is no Wi-Fi page: for the person, the server does not answer (SYN-22).
    if (!isOurs(response))
      return err(response.status >= 500 ? { type: 'noAnswer', timedOut: false } : { type: 'intercepted' })
    const text = await textOf(response, signal, idle.push)
    if (text === null) return err({ type: 'intercepted' })
    const { status } = response
    return ok({ status, json: JSON.parse(text), retryAfterHeader: response.headers.get('retry-after') })
  } catch (thrown) {
    // A cut connection rejects with TypeError, an abort with AbortError, a truncated body with SyntaxError.
    if (thrown instanceof SyntaxError) return err({ type: 'intercepted' })
    return err({ type: 'noAnswer', timedOut })
  } finally {
    cancelWhole()
    idle.stop()
  }
}

function idleWatch({ idleSeconds }: Call<unknown>, timers: Connection['timers'], expire: () => void) {
  if (idleSeconds === undefined) return { push: () => undefined, stop: () => undefined }
  const wait = () => timers.after(idleSeconds * 1000, expire)
  let cancel = wait()
  return {
    push: () => {
      cancel()
      cancel = wait()
    },
    stop: () => cancel(),
  }
}

/** What a captive portal or a broken proxy cannot imitate by chance (SYN-22). */
function isOurs({ headers }: Response): boolean {
  const [type] = (headers.get('content-type') ?? '').split(';')
  return (
    headers.get(protocolHeader) === String(protocolVersion) &&
    type?.trim().toLowerCase() === 'application/json'
  )
}

/** The body as text, each chunk telling the watchdog; `null` when it is longer than any answer of ours. */
async function textOf(response: Response, signal: AbortSignal, push: () => void): Promise<string | null> {
  if (response.body === null) return ''
  const decoder = new TextDecoder('utf-8', { fatal: false })
  const reader = response.body.getReader()
  // A stream that did not come from the network does not know of the abort.
  const stop = () => void reader.cancel().catch(() => undefined)
  signal.addEventListener('abort', stop, { once: true })
  let text = ''
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    signal.throwIfAborted()
    push()
    if (done) return text + decoder.decode()
    length += value.length
    if (length > longest) {
      stop()
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
}
