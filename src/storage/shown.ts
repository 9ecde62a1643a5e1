import type { Facts } from '#domain/kind.ts'
import type { View } from '#domain/overlay.ts'
import type { StoredRecord } from './store.ts'

/** A view whose facts are those of a kind. Facts may be incomplete: another device or version wrote them. */
export type Shown<F = Facts> = Omit<View, 'facts'> & { readonly facts: F }

/** What screens read of a stored record: its overlay, or the row itself when nothing covers it (SYN-6). */
export function viewOf(record: StoredRecord): View {
  const { id, kind, row, view } = record
  if (view !== undefined) return view
  return {
    id,
    kind,
    siteId: row?.siteId ?? null,
    rev: row?.rev ?? 0,
    ...(row?.by !== undefined && { by: row.by }),
    facts: row?.facts ?? {},
    deleted: record.deleted === true,
    parallel: row?.parallel ?? false,
    ...(row?.clock && { clock: row.clock }),
  }
}

/** The records of one kind as their kind describes them: facts were checked when they came in (SEC-77). */
export function shown<F extends object>(records: readonly StoredRecord[]): readonly Shown<F>[] {
  return records.map((record) => viewOf(record) as Shown<F>)
}
