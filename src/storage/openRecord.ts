import type { Id } from '#domain/ids.ts'
import { bodyOf } from './rebuildViews.ts'
import { type Shown, viewOf } from './shown.ts'
import type { Store } from './store.ts'

export interface Opened {
  readonly view: Shown
  /** What an operation made from this form must name as its base. */
  readonly base: number
}

/**
 * A record as a form shows it when it opens, deleted ones included, and the base of what will be saved from it:
 * the rev on screen, lowered to the smallest base among the operations still live on it, since those may have been
 * written without having seen that rev (SYN-5). `null` when the device knows nothing of it.
 */
export function openRecord(store: Store, id: Id): Promise<Opened | null> {
  return store.read(['records', 'outbox'], async (tx) => {
    const [record, live] = await Promise.all([tx.records.get(id), tx.outbox.liveOf([id])])
    if (record === undefined) return null
    const view = viewOf(record)
    return { view, base: Math.min(view.rev, ...live.map((row) => bodyOf(row).base)) }
  })
}
