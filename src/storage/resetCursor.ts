import type { Store } from './store.ts'

/**
 * The server no longer serves this cursor (410, SYN-70): a new snapshot begins, in a new generation; the outbox is
 * untouched and rows stay on screen until it is complete (SYN-13).
 */
export function resetCursor(store: Store, asked: string | null): Promise<void> {
  return store.write(['meta'], 'strict', async (tx) => {
    const feed = await tx.meta.get('feed')
    if (feed === undefined || feed.cursor !== asked) return
    await tx.meta.set('feed', { ...feed, cursor: null, gen: feed.gen + 1, loading: true, sweeping: false })
  })
}
