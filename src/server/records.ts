import type { Facts } from '#domain/kind.ts'
import type { FoldedRecord } from '#domain/record.ts'
import { stampsFromText, stampsToText } from './stamps.ts'
import type { Reading, SqlValue, Writing } from './store.ts'

/** A record with what the server alone knows of it. */
export interface StoredRecord {
  readonly folded: FoldedRecord
  /** `null` for the records of the whole network. */
  readonly site: string | null
  /** Who made it, and the author's day: « own, for 7 days » (3-domain § 3.3). */
  readonly author: string
  readonly madeOn: string
}

export interface RecordRow {
  readonly id: string
  readonly kind: string
  readonly site: string | null
  readonly rev: number
  readonly deleted: number
  readonly schema: number
  readonly parallel: number
  readonly clock: string | null
  readonly facts: string
  readonly stamps: string
  readonly author: string
  readonly made_on: string
}

const columns = 'id, kind, site, rev, deleted, schema, parallel, clock, facts, stamps, author, made_on'

/** The records among these ids that exist, by id: one question for a whole push. */
export async function recordsById(
  tx: Reading,
  tenant: string,
  ids: readonly string[],
): Promise<Map<string, StoredRecord>> {
  const rows = await allWithIds<RecordRow>(
    tx,
    (list) => `select ${columns} from record where tenant = $1 and id in (${list})`,
    tenant,
    ids,
  )
  return new Map(rows.map((row) => [row.id, recordOf(row)]))
}

function recordOf(row: RecordRow): StoredRecord {
  const facts = JSON.parse(row.facts) as Facts
  const folded: FoldedRecord = {
    id: row.id,
    kind: row.kind,
    schema: row.schema,
    rev: row.rev,
    deleted: row.deleted === 1,
    parallel: row.parallel === 1,
    facts,
    stamps: stampsFromText(row.stamps, facts),
    ...(row.clock === 'unverified' && { clock: 'unverified' }),
  }
  return { folded, site: row.site, author: row.author, madeOn: row.made_on }
}

const insert = `insert into record
  (tenant, id, kind, site, day, rev, deleted, schema, parallel, clock, facts, seal, stamps, keep_until, author, made_on)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, null, $12, null, $13, $14)`
const update = `update record set day = $3, rev = $4, deleted = $5, schema = $6, parallel = $7, clock = $8, facts = $9,
  stamps = $10 where tenant = $1 and id = $2`

export async function writeRecord(
  tx: Writing,
  tenant: string,
  record: StoredRecord,
  isNew: boolean,
): Promise<void> {
  const { folded } = record
  const day = typeof folded.facts.day === 'string' ? folded.facts.day : null
  const changing: readonly SqlValue[] = [
    day,
    folded.rev,
    Number(folded.deleted),
    folded.schema,
    Number(folded.parallel),
    folded.clock ?? null,
    JSON.stringify(folded.facts),
    stampsToText(folded.stamps, folded.facts),
  ]
  if (isNew)
    await tx.run(insert, [
      tenant,
      folded.id,
      folded.kind,
      record.site,
      ...changing,
      record.author,
      record.madeOn,
    ])
  else await tx.run(update, [tenant, folded.id, ...changing])
}

/** Lists are padded to a few lengths, so that a few prepared statements serve every push. */
const lengths = [1, 8, 50, 200]
const lists = new Map(
  lengths.map((length) => [length, Array.from({ length }, (_, index) => `$${index + 2}`).join(', ')]),
)

/** All rows whose id is in a list, any number of ids. `$1` is the tenant, the ids follow. */
export async function allWithIds<Row>(
  tx: Reading,
  sql: (list: string) => string,
  tenant: string,
  ids: readonly string[],
): Promise<readonly Row[]> {
  const rows: Row[] = []
  const most = lengths.at(-1) ?? 1
  for (let from = 0; from < ids.length; from += most) {
    const part = ids.slice(from, from + most)
    const length = lengths.find((size) => size >= part.length) ?? most
    const padded = [...part, ...Array.from({ length: length - part.length }, () => part[0] ?? '')]
    rows.push(...(await tx.all<Row>(sql(lists.get(length) ?? ''), [tenant, ...padded])))
  }
  return rows
}
