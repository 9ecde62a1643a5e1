import { Hono } from 'hono'
import * as v from 'valibot'
import type { RandomBytes } from '#domain/ids.ts'
import { err, type Result } from '#domain/result.ts'
import { ClaimRequest, EnrolRequest } from '#protocol/enrol.ts'
import { paths, protocolVersion } from '#protocol/version.ts'
import { type Answering, answerFault, answerJson, type Bindings, callerOf, observe } from './answers.ts'
import { authenticate, type Gate, type SignedBody } from './auth.ts'
import { isTooDeep, readBody, readJson } from './body.ts'
import { claim } from './claim.ts'
import { openDoor } from './enrol.ts'
import type { Fault } from './fault.ts'
import { type Log, stackOf } from './log.ts'
import { pull } from './pull.ts'
import { push, readPush, type World } from './push.ts'
import { rateLimit } from './rate.ts'
import { receipt } from './receipts.ts'
import type { Store } from './store.ts'
import { type Clock, instantAt } from './time.ts'

export interface ApiParts {
  readonly store: Store
  readonly clock: Clock
  readonly random: RandomBytes
  readonly log: Log
}

/**
 * The HTTP API (4-sync § 4.5, 5-security § 5.12): a Hono application, used by the server, by `vite dev` and, in one
 * process, by tests. Keeps nothing in memory but rate counts (SYN-41).
 */
export function createApi(parts: ApiParts): Hono<Bindings> {
  const { store, clock, random, log } = parts
  const gate: Gate = { store, clock, rate: rateLimit() }
  const world: World = {
    store,
    clock,
    random,
    onFailure: (error) => log({ level: 'error', event: 'operation failed', stack: stackOf(error) }),
  }
  const app = new Hono<Bindings>()
  app.use(observe(parts))

  /** A route for a device that signed: limits, signature, then the work. */
  const signed = (work: (c: Answering, caller: SignedBody) => Promise<Response>, needsNonce = false) => {
    return async (c: Answering) => {
      const caller = await authenticate(c.req.raw, callerOf(c), gate, needsNonce)
      if (!caller.ok) return answerFault(c, caller.error)
      c.set('device', caller.value.device)
      return work(c, caller.value)
    }
  }
  const answer = async (c: Answering, result: Result<unknown, Fault>) =>
    result.ok ? answerJson(c, JSON.stringify(result.value)) : answerFault(c, result.error)

  app.get(paths.health, async (c) => {
    const status = await healthOf(store)
    const body = { status, time: instantAt(clock()), protocols: [protocolVersion] }
    return answerJson(c, JSON.stringify(body), status === 'ok' ? 200 : 503)
  })
  app.post(
    paths.operations,
    signed(async (c, caller) => {
      const json = readJson(caller.body, c.req.raw.headers.get('content-encoding'))
      const read = json.ok ? readPush(json.value) : json
      if (read.ok) c.set('count', read.value.arrivals.length)
      return answer(c, read.ok ? await push(world, caller, read.value) : read)
    }),
  )
  app.get(
    paths.changes,
    signed(async (c, caller) => {
      const query = { cursor: c.req.query('cursor'), limit: c.req.query('limit') }
      const page = await pull(store, caller, query, clock())
      return page.ok ? answerJson(c, page.value) : answerFault(c, page.error)
    }),
  )
  app.get(
    paths.receipts,
    signed(async (c, caller) =>
      caller.use === 'staff'
        ? answer(c, await receipt(store, caller, c.req.query('writer'), clock()))
        : answerFault(c, { type: 'unknown' }),
    ),
  )
  app.post(
    paths.enrol,
    signed(async (c, caller) => {
      const request = readStrict(caller.body, c, EnrolRequest)
      return answer(c, request.ok ? await openDoor(world, caller, request.value) : request)
    }, true),
  )
  app.post(paths.claim, async (c) => {
    const body = await readBody(c.req.raw)
    const request = body.ok ? readStrict(body.value, c, ClaimRequest) : body
    return answer(c, request.ok ? await claim(world, request.value, callerOf(c).address) : request)
  })

  const known = new Map<string, string>([
    [paths.health, 'GET, HEAD'],
    [paths.operations, 'POST'],
    [paths.changes, 'GET, HEAD'],
    [paths.receipts, 'GET, HEAD'],
    [paths.enrol, 'POST'],
    [paths.claim, 'POST'],
  ])
  app.notFound((c) => {
    const allow = known.get(c.req.path)
    if (allow !== undefined) return answerFault(c, { type: 'method_not_allowed' }, { Allow: allow })
    // A signed request for a path written otherwise is a forgery like any other (SEC-66).
    const isForged = c.req.raw.headers.has('signature') && callerOf(c).target.includes('%')
    return answerFault(c, { type: isForged ? 'unauthenticated' : 'unknown' })
  })
  app.onError((error, c) => {
    log({ level: 'error', event: 'failed', requestId: c.get('requestId'), stack: stackOf(error) })
    return answerFault(c, { type: 'failed' })
  })
  return app
}

/** The body of an administrative call: exactly the members it knows (SEC-75). */
function readStrict<Output>(
  body: Uint8Array<ArrayBuffer>,
  c: Answering,
  schema: v.GenericSchema<unknown, Output>,
): Result<Output, Fault> {
  const json = readJson(body, c.req.raw.headers.get('content-encoding'))
  if (!json.ok) return json
  const parsed = v.safeParse(schema, json.value)
  return parsed.success && !isTooDeep(json.value)
    ? { ok: true, value: parsed.output }
    : err({ type: 'malformed' })
}

async function healthOf(store: Store): Promise<'ok' | 'not_ready'> {
  try {
    await store.read((tx) => tx.get('select max(number) as last from migration'))
    return 'ok'
  } catch {
    return 'not_ready' // the answer itself is the report; the cause is logged where it happens
  }
}
