import type { Day } from '#domain/day.ts'
import type { Store } from '#storage/store.ts'

export interface PendingLine {
  readonly kind: string
  readonly day: Day
  readonly count: number
}

/** What waits, by kind and day, oldest first: counted from the table each time it is shown (SYN-28). */
export async function pendingByDay(store: Store): Promise<readonly PendingLine[]> {
  const rows = await store.read(['outbox'], (tx) => tx.outbox.inState('pending'))
  const lines = new Map<string, PendingLine>()
  for (const { day, body } of rows) {
    const { kind } = JSON.parse(body) as { readonly kind: string }
    const key = `${day} ${kind}`
    lines.set(key, { kind, day, count: (lines.get(key)?.count ?? 0) + 1 })
  }
  return [...lines.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, line]) => line)
}
