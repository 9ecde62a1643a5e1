import * as v from 'valibot'
import { Id } from '#domain/ids.ts'
import type { Facts } from '#domain/kind.ts'
import { kinds } from '#domain/kinds.ts'
import type { Row } from '#domain/record.ts'
import { limits } from '#protocol/limits.ts'
import { FeedRow } from '#protocol/sync.ts'
import type { QuarantineReason } from './store.ts'

/** A row set apart; `row` is `null` when it must not even be kept. */
export interface Refused {
  readonly id: string
  readonly row: unknown
  readonly reason: QuarantineReason
}

export interface CheckedRows {
  readonly rows: readonly FeedRow[]
  readonly refused: readonly Refused[]
}

/**
 * Sorts the rows of a page into those that may be applied and those to set apart (SEC-77, SEC-78): unreadable, of a
 * kind this version does not know, or of another site. One bad row never stops the others.
 * @param origin names the page, for a row without a usable id
 */
export function checkRows(rows: readonly unknown[], siteId: Id, origin: string): CheckedRows {
  const good: FeedRow[] = []
  const refused: Refused[] = []
  for (const [index, row] of rows.entries()) {
    // First: a row nested without end would break whoever copies it, the database included.
    const deep = !isUsualRow(row) && isDeeper(row, limits.depth)
    const parsed = deep ? undefined : parse(row)
    const reason = parsed === undefined ? 'unreadable' : problemOf(parsed, siteId)
    if (parsed !== undefined && reason === undefined) good.push(parsed)
    else {
      const kept = deep || reason === 'foreignSite' ? null : row
      refused.push({ id: idOf(row) ?? `${origin}#${index}`, row: kept, reason: reason ?? 'unreadable' })
    }
  }
  return { rows: good, refused }
}

function parse(row: unknown): FeedRow | undefined {
  if (isUsualRow(row)) return row
  const parsed = v.safeParse(FeedRow, row)
  return parsed.success ? parsed.output : undefined
}

const usualMembers = new Set(['id', 'kind', 'rev', 'schema', 'siteId', 'by', 'facts'])

/**
 * Nearly every row: a live record and nothing more. Asked without the schema, which says the same of it (a test
 * compares them) and takes ten times longer: a first load has a hundred thousand of these (P-9).
 */
function isUsualRow(row: unknown): row is Row {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return false
  const { id, kind, rev, schema, siteId, by, facts }: Partial<Record<keyof Row, unknown>> = row
  return (
    Object.keys(row).every((member) => usualMembers.has(member)) &&
    v.is(Id, id) &&
    typeof kind === 'string' &&
    isCounted(rev) &&
    isCounted(schema) &&
    (siteId === null || v.is(Id, siteId)) &&
    (by === undefined || v.is(Id, by)) &&
    hasPlainFacts(facts)
  )
}

function isCounted(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1))
}

function problemOf(row: FeedRow, siteId: Id): QuarantineReason | undefined {
  if (!('facts' in row)) return undefined
  if (!kinds.has(row.kind)) return 'kindUnknown'
  if (row.siteId !== null && row.siteId !== siteId) return 'foreignSite'
  return hasPlainFacts(row.facts) ? undefined : 'unreadable'
}

/** Facts are flat and hold what SYN-59 allows; a key that could reach a prototype is never a fact (SEC-57). */
function hasPlainFacts(facts: unknown): facts is Facts {
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) return false
  return Object.entries(facts).every(([field, value]) => field !== '__proto__' && isPlain(value))
}

function isPlain(value: unknown): boolean {
  switch (typeof value) {
    case 'boolean':
    case 'string':
      return true
    case 'number':
      return Number.isFinite(value)
    default:
      return Array.isArray(value) && value.every((element) => typeof element === 'string')
  }
}

function idOf(row: unknown): string | undefined {
  if (typeof row !== 'object' || row === null || !('id' in row)) return undefined
  return typeof row.id === 'string' && row.id.length <= 64 ? row.id : undefined
}
