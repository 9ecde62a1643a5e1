import { err, ok, type Result } from '#domain/result.ts'
import { limits } from '#protocol/limits.ts'
import type { Identity } from './auth.ts'
import { type Cursor, cursorFromText, cursorToText, scopeName } from './cursor.ts'
import type { Fault } from './fault.ts'
import type { Reading, Store } from './store.ts'
import { readTenant, type Tenant } from './tenant.ts'
import { instantAt } from './time.ts'

export interface PullQuery {
  readonly cursor: string | undefined
  readonly limit: string | undefined
}

interface FeedRecord {
  readonly id: string
  readonly kind: string
  readonly site: string | null
  readonly rev: number
  readonly deleted: number
  readonly schema: number
  readonly parallel: number
  readonly clock: string | null
  readonly author: string
  readonly facts: string
}

/** What a public computer may read: how the place is called and when it is open (5-security § 5.12). */
const publicKinds = ['network', 'site', 'place', 'slot']

/**
 * One page of the feed, as JSON text: rows ascend by rev, facts are copied as they are stored (SYN-67, SYN-133).
 * The head is read in the same picture as the rows, so a completed pull misses nothing (SYN-42, SYN-68).
 */
export function pull(
  store: Store,
  device: Identity,
  query: PullQuery,
  time: number,
): Promise<Result<string, Fault>> {
  return store.read(async (tx) => {
    const limit = limitOf(query.limit)
    if (limit === undefined) return err({ type: 'malformed' })
    const tenant = await readTenant(tx, device.tenant)
    const scope = scopeName(device.site, device.use)
    const after = startOf(query.cursor, tenant, scope)
    if (!after.ok) return after
    const page = await pageAfter(tx, device, after.value, tenant.rev, limit)
    return ok(pageText(tenant, scope, page, time))
  })
}

function limitOf(text: string | undefined): number | undefined {
  if (text === undefined) return limits.pullRows
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0
  return limit >= 1 && limit <= limits.pullRows ? limit : undefined
}

/** Where to begin, or why the device must begin again (SYN-70). The outbox is never concerned. */
function startOf(text: string | undefined, tenant: Tenant, scope: string): Result<number, Fault> {
  if (text === undefined) return ok(0)
  const reset = (reason: string) => err<Fault>({ type: 'cursor_reset', more: { reason } })
  const cursor: Cursor | undefined = cursorFromText(text)
  if (cursor === undefined) return reset('expired')
  if (cursor.incarnation !== tenant.incarnation || cursor.rev > tenant.rev) return reset('incarnation')
  return cursor.scope === scope ? ok(cursor.rev) : reset('scope_changed')
}

interface Page {
  readonly rows: readonly string[]
  /** Everything in scope up to here is in this page or in earlier ones. */
  readonly upTo: number
  readonly isComplete: boolean
}

async function pageAfter(
  tx: Reading,
  device: Identity,
  after: number,
  head: number,
  limit: number,
): Promise<Page> {
  const kinds = device.use === 'borne' ? ` and kind in ('${publicKinds.join("', '")}')` : ''
  const rows: string[] = []
  let bytes = 0
  let upTo = after
  while (rows.length < limit) {
    const wanted = Math.min(chunk, limit - rows.length)
    const found = await tx.all<FeedRecord>(
      `select id, kind, site, rev, deleted, schema, parallel, clock, author, facts from record
       where tenant = $1 and rev > $2 and rev <= $3 and (site is null or site = $4)${kinds} order by rev limit $5`,
      [device.tenant, upTo, head, device.site, wanted],
    )
    for (const record of found) {
      const text = rowText(record)
      bytes += Buffer.byteLength(text) + 1
      if (bytes > limits.pullBytes - envelopeBytes && rows.length > 0)
        return { rows, upTo, isComplete: false }
      rows.push(text)
      upTo = record.rev
    }
    if (found.length < wanted) return { rows, upTo: head, isComplete: true }
  }
  return { rows, upTo, isComplete: upTo === head }
}

/** Rows read at a time: held operations may be long, and a page must not hold a thousand of them at once. */
const chunk = 250
const envelopeBytes = 1024

/** Ids, kinds and numbers come from checked columns and need no escaping; facts are JSON already. */
function rowText(row: FeedRecord): string {
  const start = `{"id":"${row.id}","kind":"${row.kind}","rev":${row.rev}`
  if (row.deleted === 1) return `${start},"deleted":true}`
  const site = row.site === null ? 'null' : `"${row.site}"`
  const parallel = row.parallel === 1 ? ',"parallel":true' : ''
  const clock = row.clock === null ? '' : ',"clock":"unverified"'
  return `${start},"schema":${row.schema},"siteId":${site},"by":"${row.author}","facts":${row.facts}${parallel}${clock}}`
}

function pageText(tenant: Tenant, scope: string, page: Page, time: number): string {
  const head = JSON.stringify({
    incarnation: tenant.incarnation,
    head: tenant.rev,
    backedUp: tenant.backedUp,
    time: instantAt(time),
    cursor: cursorToText({ incarnation: tenant.incarnation, scope, rev: page.upTo }),
    complete: page.isComplete,
    scope: { sealed: false },
  })
  return `${head.slice(0, -1)},"rows":[${page.rows.join(',')}]}`
}
