import { type Id, newId } from '#domain/ids.ts'
import type { Facts } from '#domain/kind.ts'
import type { PushAnswer, PushResult } from '#protocol/sync.ts'
import { applyPage, type PageOutcome } from './applyPage.ts'
import { checkRows } from './checkRows.ts'
import { newFeed } from './meta.ts'
import type { Batch } from './nextBatch.ts'
import { type Intent, saveIntention } from './save.ts'
import type { OutboxRow, OutboxState, Store } from './store.ts'

/** Builders for tests: a device that is enrolled, what its people save, what its server tells. */

export const testDay = '2026-03-12'
let drawn = 0

/** An id nobody used yet, of the test day; they do not come in order. */
export function anId(): Id {
  drawn += 1
  const at = drawn
  return newId(testDay, (length) =>
    Uint8Array.from({ length }, (_, index) =>
      index < 6 ? (at * 37 + index * 11) % 256 : (at >> ((9 - index) * 8)) & 255,
    ),
  )
}

export const here = { deviceId: anId(), networkId: anId(), siteId: anId(), placeId: anId(), memberId: anId() }

/** Makes a store that of an enrolled device, without its gate. */
export async function enrolled(store: Store, writer: Id = anId()): Promise<Store> {
  await store.write(['meta'], 'strict', async (tx) => {
    await tx.meta.set('device', { ...here, founderId: here.memberId, label: null })
    await tx.meta.set('writer', { id: writer, seq: 0 })
    await tx.meta.set('feed', newFeed(1, 1))
  })
  return store
}

export const visitFacts: Facts = {
  day: testDay,
  halfDay: 'am',
  placeId: here.placeId,
  arrival: 'walkIn',
  outcome: 'doneTogether',
}

/** A new visit, complete; its sets go apart, since they change by elements. */
export function aVisit(set: Facts = {}, record = anId()): Intent & { readonly id: Id } {
  return {
    kind: 'visit',
    record,
    base: 0,
    id: anId(),
    change: { set: { ...visitFacts, ...set }, add: { procedures: ['ameli.create'] } },
  }
}

/** Saves and fails the test if it was not saved. */
export async function saves(store: Store, ...operations: readonly Intent[]): Promise<readonly Id[]> {
  const saved = await saveIntention(store, { operations, by: here.memberId, day: testDay })
  if (!saved.ok) throw new Error(`not saved: ${saved.error.type}`)
  return saved.value.operations
}

/** A row of the feed as the server writes it. */
export function aRow(id: Id, rev: number, facts: Facts = visitFacts, more: object = {}) {
  return { id, kind: 'visit', schema: 1, rev, siteId: here.siteId, facts, ...more }
}

export interface TestPage {
  readonly rows: readonly unknown[]
  readonly asked?: string | null
  readonly cursor?: string
  readonly head?: number
  readonly backedUp?: number
  readonly incarnation?: number
  readonly complete?: boolean
}

/** Applies a page asked with the stored cursor, unless the test says otherwise. */
export async function pulls(store: Store, page: TestPage): Promise<PageOutcome> {
  const feed = await store.read(['meta'], (tx) => tx.meta.get('feed'))
  const asked = page.asked === undefined ? (feed?.cursor ?? null) : page.asked
  const { head = 100, backedUp = 0, incarnation = feed?.incarnation ?? 1, complete = true } = page
  const cursor = page.cursor ?? `after ${asked}`
  const answer = { head, backedUp, incarnation, complete, cursor, time, scope: { sealed: false } }
  return applyPage(store, { ...checkRows(page.rows, here.siteId, 'test'), asked, answer, day: testDay })
}

const time = '2026-03-12T08:00:00.000Z'

/** What the server answers to a batch it received whole. */
export function received(batch: Batch, head: number, results: readonly PushResult[] = []): PushAnswer {
  const acked = batch.operations.at(-1)?.seq ?? 0
  return { incarnation: batch.incarnation, head, backedUp: 0, time, acked, results: [...results] }
}

/** The whole outbox, in local order. */
export async function outboxOf(store: Store): Promise<readonly OutboxRow[]> {
  const states: readonly OutboxState[] = ['pending', 'acked', 'kept', 'aside']
  const rows = await store.read(['outbox'], (tx) =>
    Promise.all(states.map((state) => tx.outbox.inState(state))),
  )
  return rows.flat().sort((left, right) => left.n - right.n)
}
