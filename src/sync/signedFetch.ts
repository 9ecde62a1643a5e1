import * as v from 'valibot'
import type { Id, RandomBytes } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { contentDigest, signatureBase, signatureParams } from '#protocol/signature.ts'
import { ApiError } from '#protocol/sync.ts'
import { protocolHeader, protocolVersion } from '#protocol/version.ts'
import { toBase64url } from '#storage/vault/bytes.ts'
import type { DeviceKey } from '#storage/vault/deviceKey.ts'
import { sha256Base64 } from '#storage/vault/digest.ts'
import type { TrustedClock } from './clock.ts'
import type { Encoded } from './gzip.ts'
import { readAnswer } from './readAnswer.ts'
import { retryAfter } from './retry.ts'
import type { Timers } from './timers.ts'

/** How requests leave: the browser's own `fetch`, or a server in the same process. */
export type Fetch = (path: string, init: RequestInit) => Promise<Response>

/** Everything a request needs from the world. */
export interface Connection {
  readonly fetch: Fetch
  readonly clock: TrustedClock
  readonly timers: Timers
  readonly random: RandomBytes
}

export interface Signer {
  readonly deviceId: Id
  readonly key: DeviceKey
}

export interface Call<T> {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** With its `?`, or empty. */
  readonly query?: string
  readonly body?: Encoded
  readonly schema: v.GenericSchema<unknown, T>
  /** Seconds for the whole exchange, and seconds without a byte (SYN-21). */
  readonly seconds: number
  readonly idleSeconds?: number
  /** Another status that answers the question, besides 200. */
  readonly alsoStatus?: number
  /** Administrative calls carry a nonce (SEC-66). */
  readonly admin?: boolean
}

/**
 * noAnswer: nothing came. intercepted: something came that is not our server speaking (SYN-22, SEC-82). Nothing is
 * learnt from either. refused: the server said no, in its own words.
 */
export type CallFailure =
  | { readonly type: 'noAnswer'; readonly timedOut: boolean }
  | { readonly type: 'intercepted' }
  | Refusal

export interface Refusal {
  readonly type: 'refused'
  readonly status: number
  readonly error: ApiError
  readonly retryAfterSeconds: number | null
}

/** Sends one signed request (SEC-65). A 401 teaches the server's time and is tried once more (SEC-66). */
export async function signedCall<T>(
  connection: Connection,
  signer: Signer,
  call: Call<T>,
  signal?: AbortSignal,
): Promise<Result<T, CallFailure>> {
  const attempt = async () => send(connection, call, await signedHeaders(connection, signer, call), signal)
  const answer = await attempt()
  const isTimeWrong = !answer.ok && answer.error.type === 'refused' && answer.error.status === 401
  return isTimeWrong ? attempt() : answer
}

/** Sends one unsigned request: health and claim only. */
export function unsignedCall<T>(connection: Connection, call: Call<T>): Promise<Result<T, CallFailure>> {
  return send(connection, call, headersOf(call))
}

async function send<T>(
  connection: Connection,
  call: Call<T>,
  headers: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<Result<T, CallFailure>> {
  const answer = await readAnswer(connection, call, headers, signal)
  if (!answer.ok) return answer
  const { status, json, retryAfterHeader } = answer.value
  const isAnswer = status === 200 || status === call.alsoStatus
  const body = isAnswer ? v.safeParse(call.schema, json) : undefined
  if (body?.success) return learnt(connection, json, ok(body.output))
  const error = status >= 400 && status < 600 ? v.safeParse(ApiError, json) : undefined
  if (!error?.success) return err({ type: 'intercepted' })
  const retryAfterSeconds = retryAfter(retryAfterHeader)
  return learnt(connection, json, err({ type: 'refused', status, error: error.output, retryAfterSeconds }))
}

const Timed = v.object({ time: v.pipe(v.string(), v.isoTimestamp()) })

/** Time is learnt only from an answer that passed every check (SEC-82, SEC-83). */
function learnt<R>({ clock }: Connection, json: unknown, result: R): R {
  const timed = v.safeParse(Timed, json)
  if (timed.success) clock.learn(Date.parse(timed.output.time))
  return result
}

function headersOf({ body }: Call<unknown>): Readonly<Record<string, string>> {
  return {
    'content-type': contentType,
    [protocolHeader]: String(protocolVersion),
    ...(body?.encoding && { 'content-encoding': body.encoding }),
  }
}

async function signedHeaders<T>(
  { clock, random }: Connection,
  { deviceId, key }: Signer,
  call: Call<T>,
): Promise<Readonly<Record<string, string>>> {
  const digest = contentDigest(await sha256Base64(call.body?.bytes ?? new Uint8Array()))
  const params = signatureParams({
    created: Math.floor(clock.signingTime() / 1000),
    keyid: deviceId,
    ...(call.admin && { nonce: toBase64url(random(16)) }),
  })
  const query = call.query === undefined || call.query === '' ? '?' : call.query
  const { method, path } = call
  const base = signatureBase({ method, path, query, contentDigest: digest, contentType }, params)
  return {
    ...headersOf(call),
    'content-digest': digest,
    'signature-input': `d=${params}`,
    signature: `d=:${await key.sign(base)}:`,
  }
}

const contentType = 'application/json'
