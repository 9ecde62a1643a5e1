import type { MiddlewareHandler } from 'hono'
import type { RandomBytes } from '#domain/ids.ts'
import { paths } from '#protocol/version.ts'
import { type Answering, answerFault, type Bindings, callerOf } from './answers.ts'
import type { Fault } from './fault.ts'
import { securityHeaders } from './headers.ts'
import type { Log } from './log.ts'
import { type Clock, instantAt } from './time.ts'

interface Observation {
  readonly clock: Clock
  readonly random: RandomBytes
  readonly log: Log
}

const routes = new Set<string>(Object.values(paths))

/** Around every request: its number, the checks of any API call, the headers of § 5.10, one line in the journal. */
export function observe({ clock, random, log }: Observation): MiddlewareHandler<Bindings> {
  return async (c, next) => {
    const started = performance.now()
    c.set('requestId', Buffer.from(random(9)).toString('base64url'))
    c.set('time', instantAt(clock()))
    const refusal = refusalOf(c)
    if (refusal === undefined) await next()
    else c.res = await answerFault(c, refusal)
    for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value)
    const status = c.res.status
    const device = c.get('device')
    const code = c.get('code')
    const count = c.get('count')
    log({
      level: status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info',
      event: 'request',
      requestId: c.get('requestId'),
      method: c.req.method,
      route: routes.has(c.req.path) ? c.req.path : '/api/*',
      status,
      ms: Math.round(performance.now() - started),
      ...(device !== undefined && { device }),
      ...(count !== undefined && { count }),
      ...(code !== undefined && { code }),
    })
  }
}

/** What is refused before any route: another site's page (SEC-59), a path in disguise, a post that is not JSON. */
function refusalOf(c: Answering): Fault | undefined {
  const { headers } = c.req.raw
  // A route written otherwise, such as with an encoded letter, is no route of ours (SEC-65).
  const [written] = callerOf(c).target.split('?')
  if (written !== c.req.path) return { type: headers.has('signature') ? 'unauthenticated' : 'unknown' }
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return { type: 'not_allowed' }
  const isJson = /^application\/json(; ?charset=utf-8)?$/i.test(headers.get('content-type') ?? '')
  const isPost = c.req.method === 'POST'
  return isPost && routes.has(c.req.path) && !isJson ? { type: 'unsupported_media_type' } : undefined
}
