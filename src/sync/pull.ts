import { type Id, newId } from '#domain/ids.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { limits } from '#protocol/limits.ts'
import { PullAnswer } from '#protocol/sync.ts'
import { paths } from '#protocol/version.ts'
import { applyPage } from '#storage/applyPage.ts'
import { checkRows } from '#storage/checkRows.ts'
import { echo, forgetCovered } from '#storage/echo.ts'
import { newIncarnation } from '#storage/newIncarnation.ts'
import { resetCursor } from '#storage/resetCursor.ts'
import { sweep } from '#storage/sweep.ts'
import { broken, type Exchange } from './push.ts'
import { type CallFailure, signedCall } from './signedFetch.ts'

/** Pages of one round: beyond, the server is endless (SEC-78); two million rows. */
const mostPages = 2000
/** Times one round may start the feed over: once for a reset, once for a restore, and one to spare. */
const mostRestarts = 3

/** stopped: the device moved under this pull (another tab, a restore): the next round starts from what is stored. */
export type PullOutcome = 'complete' | 'stopped'

/**
 * Pulls until complete (SYN-18), one transaction per page; while a page is written the next one travels (SYN-131).
 * Then the operations that came back leave the overlay, and what no longer belongs here goes.
 */
export async function pullAll(exchange: Exchange): Promise<Result<PullOutcome, CallFailure>> {
  const { store } = exchange
  for (let restarts = 0; restarts < mostRestarts; restarts += 1) {
    const pulled = await pullPages(exchange)
    if (!pulled.ok) {
      const { error } = pulled
      if (error.type !== 'refused' || error.error.code !== 'cursor_reset') return pulled
      await resetCursor(store, (await place(exchange))?.cursor ?? null)
      continue
    }
    if (pulled.value === 'restarted') continue
    if (pulled.value === 'complete') {
      await echo(store)
      await forgetCovered(store)
      await sweep(store)
    }
    return ok(pulled.value)
  }
  return err(broken)
}

async function pullPages(exchange: Exchange): Promise<Result<PullOutcome | 'restarted', CallFailure>> {
  const { store, connection, onReceived } = exchange
  const from = await place(exchange)
  if (from === null) return ok('stopped')
  let asked = from.cursor
  let coming = ask(exchange, from.siteId, asked)
  for (let pages = 0; pages < mostPages; pages += 1) {
    const answer = await coming
    if (!answer.ok) return answer
    const { page, checked } = answer.value
    if (!page.complete && page.cursor === asked) return err(broken) // it would never end
    if (!page.complete) coming = ask(exchange, from.siteId, page.cursor)
    const { day } = connection.clock.today.current()
    const outcome = await applyPage(store, { ...checked, asked, answer: page, day })
    if (outcome === 'newIncarnation') {
      await newIncarnation(store, page.incarnation, newId(day, connection.random))
      return ok('restarted')
    }
    if (outcome === 'discarded') return ok('stopped')
    onReceived(checked.rows.length)
    if (page.complete) return ok('complete')
    asked = page.cursor
  }
  return err(broken)
}

/** A page and its rows, checked as soon as they are here: the page before is still being written then. */
async function ask({ connection, signer, signal }: Exchange, siteId: Id, cursor: string | null) {
  const query =
    cursor === null
      ? `?limit=${limits.pullRows}`
      : `?cursor=${encodeURIComponent(cursor)}&limit=${limits.pullRows}`
  const call = { method: 'GET', path: paths.changes, query, schema: PullAnswer } as const
  const answer = await signedCall(connection, signer, { ...call, seconds: 600, idleSeconds: 30 }, signal)
  if (!answer.ok) return answer
  const { rows, ...page } = answer.value
  return ok({ page, checked: checkRows(rows, siteId, cursor ?? 'first') })
}

async function place({ store }: Exchange) {
  const [feed, device] = await store.read(['meta'], (tx) =>
    Promise.all([tx.meta.get('feed'), tx.meta.get('device')]),
  )
  return feed === undefined || device === undefined ? null : { cursor: feed.cursor, siteId: device.siteId }
}
