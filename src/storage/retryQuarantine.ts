import { appVersion } from '#protocol/version.ts'
import { writeRows } from './applyPage.ts'
import { checkRows } from './checkRows.ts'
import type { Store } from './store.ts'

/**
 * After an update, tries again the rows that the version before could not read (SYN-14, SEC-77). What is readable
 * now is applied like a page; a row older than what came since is ignored like one.
 */
export function retryQuarantine(store: Store, version = appVersion): Promise<void> {
  return store.write(['records', 'outbox', 'quarantine', 'meta'], 'strict', async (tx) => {
    const [app, feed, device] = await Promise.all([
      tx.meta.get('app'),
      tx.meta.get('feed'),
      tx.meta.get('device'),
    ])
    if (feed === undefined || device === undefined || app === version) return
    const parked = (await tx.quarantine.all()).filter(({ row }) => row !== null)
    const { rows } = checkRows(
      parked.map(({ row }) => row),
      device.siteId,
      '',
    )
    // maxRev covers them all: each is compared with what is known before it is written.
    const covering = { ...feed, maxRev: Number.MAX_SAFE_INTEGER }
    await writeRows(tx, rows, covering, device.siteId, 0)
    await tx.quarantine.delete(rows.map(({ id }) => id))
    await tx.meta.set('app', version)
  })
}
