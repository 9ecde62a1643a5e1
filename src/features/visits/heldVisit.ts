import * as v from 'valibot'
import { madeAgainId } from '#domain/heldIds.ts'
import { HeldBody, heldReason } from '#domain/heldReason.ts'
import type { Id } from '#domain/ids.ts'
import type { OperationBody } from '#domain/operation.ts'
import { draftOf } from '#storage/drafts.ts'
import { type Opened, openRecord } from '#storage/openRecord.ts'
import type { Draft, Store } from '#storage/store.ts'
import { heldRecords } from '#storage/transfers.ts'
import type { Closed } from './openedVisit.ts'

/** A change of a visit that the server holds, with all that its author said of that visit and that is held too. */
export interface HeldVisit {
  /** The held record of the address. */
  readonly held: Id
  readonly by: Id
  /** Why, as a code that has words. */
  readonly reason: string
  /** Everything that waits with it, in order of arrival: one correction settles them all. */
  readonly closes: readonly Closed[]
  readonly wanted: readonly OperationBody[]
  /** The visit that a correction writes: the same one, or another when its creation was held. */
  readonly record: Id
  /** What that visit is now on this device; `null` when it does not exist. */
  readonly now: Opened | null
  readonly draft: Draft | null
}

/** `null` when nobody has to decide about it any more, when it is about something else, or when it cannot be read. */
export async function heldVisit(store: Store, id: string): Promise<HeldVisit | null> {
  const read = (await heldRecords(store)).flatMap((line) => {
    const body = v.safeParse(HeldBody, line.facts.body)
    return body.success && body.output.kind === 'visit' ? [{ line, body: body.output }] : []
  })
  const asked = read.find(({ line }) => line.id === id)
  if (asked === undefined) return null
  const { record: about, by } = asked.body
  const together = read
    .filter(({ body }) => body.record === about && body.by === by)
    .sort((one, other) => one.line.rev - other.line.rev)
  const first = together[0] ?? asked
  const found = await openRecord(store, about)
  const record = found === null ? madeAgainId(first.body.id) : about
  const [now, draft] = await Promise.all([found ?? openRecord(store, record), draftOf(store, record)])
  return {
    held: asked.line.id,
    by,
    reason: heldReason(asked.line.facts),
    closes: together.map(({ line }) => ({ id: line.id, rev: line.rev })),
    wanted: together.map(({ body }) => body),
    record,
    now,
    draft,
  }
}
