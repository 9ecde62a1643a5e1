import { Hono } from 'hono'
import * as v from 'valibot'
import type { RandomBytes } from '#domain/ids.ts'
import { err, type Result } from '#domain/result.ts'
import { ClaimRequest, EnrolRequest } from '#protocol/enrol.ts'
import { paths, protocolVersion } from '#protocol/version.ts'
import { type Answering, answerFault, answerJson, answerResult, type Bindings, callerOf } from './answers.ts'
import { authenticate, type Gate, type SignedBody } from './auth.ts'
import { isTooDeep, readBody, readJson } from './body.ts'
import { claim } from './claim.ts'
import { openDoor } from './enrol.ts'
import type { Fault } from './fault.ts'
import { type Log, stackOf } from './log.ts'
import { observe } from './observe.ts'
import { pull } from './pull.ts'
import { push } from './push.ts'
import { rateLimit } from './rate.ts'
import { readPush } from './readPush.ts'
import { receipt } from './receipts.ts'
import type { Store } from './store.ts'
import { type Clock, instantAt } from './time.ts'
import type { World } from './world.ts'

export interface ApiParts {
  readonly store: Store
  readonly clock: Clock
  readonly random: RandomBytes
  readonly log: Log
}

type Route = (c: Answering) => Promise<Response>
type SignedWork = (c: Answering, caller: SignedBody) => Promise<Response>

/**
 * The HTTP API (4-sync § 4.5, 5-security § 5.12): a Hono application, used by the server, by `vite dev` and, in one
 * process, by tests. Keeps nothing in memory but rate counts (SYN-41).
 */
export function createApi(parts: ApiParts): Hono<Bindings> {
  const { store, clock, random, log } = parts
  const onFailure = (error: unknown) =>
    log({ level: 'error', event: 'operation failed', stack: stackOf(error) })
  const world: World = { store, clock, random, onFailure }
  const signed = signedRoutes({ store, clock, rate: rateLimit() })
  const app = new Hono<Bindings>()
  app.use(observe(parts))
  app.get(paths.health, healthRoute(store, clock))
  app.post(paths.operations, signed(pushRoute(world)))
  app.get(paths.changes, signed(pullRoute(world)))
  app.get(paths.receipts, signed(receiptRoute(world)))
  app.post(paths.enrol, signed(doorRoute(world), true))
  app.post(paths.claim, claimRoute(world))
  app.notFound(noRoute)
  app.onError((error, c) => {
    log({ level: 'error', event: 'failed', requestId: c.get('requestId'), stack: stackOf(error) })
    return answerFault(c, { type: 'failed' })
  })
  return app
}

/** Routes for a device that signed: limits and signature first, then the work. */
function signedRoutes(gate: Gate): (work: SignedWork, needsNonce?: boolean) => Route {
  return (work, needsNonce = false) =>
    async (c) => {
      const caller = await authenticate(c.req.raw, callerOf(c), gate, needsNonce)
      if (!caller.ok) return answerFault(c, caller.error)
      c.set('device', caller.value.device)
      return work(c, caller.value)
    }
}

function pushRoute(world: World): SignedWork {
  return async (c, caller) => {
    const json = readJson(caller.body, c.req.raw.headers.get('content-encoding'))
    const read = json.ok ? readPush(json.value) : json
    if (read.ok) c.set('count', read.value.arrivals.length)
    return answerResult(c, read.ok ? await push(world, caller, read.value) : read)
  }
}

function pullRoute({ store, clock }: World): SignedWork {
  return async (c, caller) => {
    const query = { cursor: c.req.query('cursor'), limit: c.req.query('limit') }
    const page = await pull(store, caller, query, clock())
    return page.ok ? answerJson(c, page.value) : answerFault(c, page.error)
  }
}

/** A public computer keeps no work of its own, so it has nothing to ask about (5-security § 5.12). */
function receiptRoute({ store, clock }: World): SignedWork {
  return async (c, caller) =>
    caller.use === 'staff'
      ? answerResult(c, await receipt(store, caller, c.req.query('writer'), clock()))
      : answerFault(c, { type: 'unknown' })
}

function doorRoute(world: World): SignedWork {
  return async (c, caller) => {
    const request = readStrict(caller.body, c, EnrolRequest)
    return answerResult(c, request.ok ? await openDoor(world, caller, request.value) : request)
  }
}

function claimRoute(world: World): Route {
  return async (c) => {
    const body = await readBody(c.req.raw)
    const request = body.ok ? readStrict(body.value, c, ClaimRequest) : body
    return answerResult(c, request.ok ? await claim(world, request.value, callerOf(c).address) : request)
  }
}

/** `ok` when the database answers; nothing else is told to who has not signed (SYN-56). */
function healthRoute(store: Store, clock: Clock): Route {
  const isReady = async () => {
    try {
      await store.read((tx) => tx.get('select max(number) as last from migration'))
      return true
    } catch {
      return false // the status is the report
    }
  }
  return async (c) => {
    const status = (await isReady()) ? 'ok' : 'not_ready'
    const body = { status, time: instantAt(clock()), protocols: [protocolVersion] }
    return answerJson(c, JSON.stringify(body), status === 'ok' ? 200 : 503)
  }
}

const methods: ReadonlyMap<string, string> = new Map([
  [paths.health, 'GET, HEAD'],
  [paths.operations, 'POST'],
  [paths.changes, 'GET, HEAD'],
  [paths.receipts, 'GET, HEAD'],
  [paths.enrol, 'POST'],
  [paths.claim, 'POST'],
])

function noRoute(c: Answering): Promise<Response> {
  const allow = methods.get(c.req.path)
  if (allow !== undefined) return answerFault(c, { type: 'method_not_allowed' }, { Allow: allow })
  // A signed request for a path written otherwise is a forgery like any other (SEC-66).
  const isForged = c.req.raw.headers.has('signature') && callerOf(c).target.includes('%')
  return answerFault(c, { type: isForged ? 'unauthenticated' : 'unknown' })
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
