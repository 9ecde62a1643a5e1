import type { Id } from '#domain/ids.ts'
import type { Store } from './store.ts'

/** Records looked at by one transaction. */
const step = 2000

/**
 * After a complete snapshot, removes the rows of older generations, except those with live operations, which stay
 * until these are kept (SYN-13). Interrupted, it starts again at the next exchange.
 */
export async function sweep(store: Store): Promise<void> {
  let after: Id | null = null
  for (;;) {
    const last: Id | undefined = await store.write(['records', 'outbox', 'meta'], 'relaxed', async (tx) => {
      const feed = await tx.meta.get('feed')
      if (feed === undefined || !feed.sweeping || feed.loading) return undefined
      const page = await tx.records.page(after, step)
      const old = page.filter(({ gen }) => gen < feed.gen).map(({ id }) => id)
      const live = new Set((await tx.outbox.liveOf(old)).map(({ record }) => record))
      const gone = old.filter((id) => !live.has(id))
      if (gone.length > 0) await tx.records.delete(gone)
      if (page.length === step) return page.at(-1)?.id
      await tx.meta.set('feed', { ...feed, sweeping: false })
      return undefined
    })
    if (last === undefined) return
    after = last
  }
}
