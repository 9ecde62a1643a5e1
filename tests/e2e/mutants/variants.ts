import type { Variant } from './buildVariant.ts'

/** The operation is saved, then its view, with a moment in between: what SYN-1 forbids. */
export const saveInTwoTransactions: readonly Variant[] = [
  {
    file: 'storage/save.ts',
    replace: '          writeViews(tx, withOperations(before, rows), feed.gen, surroundings),\n',
    by: '',
  },
  {
    file: 'storage/save.ts',
    replace: '  if (!result.ok) return result\n',
    by: `  if (!result.ok) return result
  await new Promise((resolve) => setTimeout(resolve, 300))
  await store.write(['records', 'outbox', 'meta', 'drafts'], 'strict', async (tx) => {
    const [device, feed] = await Promise.all([tx.meta.get('device'), tx.meta.get('feed')])
    const changed = intention.operations.map(({ record }) => record)
    await writeViews(tx, await standing(tx, changed), feed.gen, { siteId: device.siteId, oldestGen: 0 })
  })
`,
  },
]

/** Each push gives its operations new ids, so that the server cannot tell a repeat: what SYN-61 relies on not happening. */
export const freshIdsAtEachAttempt: readonly Variant[] = [
  {
    file: 'sync/push.ts',
    replace: "import { err, ok, type Result } from '#domain/result.ts'\n",
    by: "import { newId } from '#domain/ids.ts'\nimport { err, ok, type Result } from '#domain/result.ts'\n",
  },
  {
    file: 'sync/push.ts',
    replace: 'withSeq(body, seq)',
    by: `withSeq(JSON.stringify({
    ...JSON.parse(body),
    id: newId(clock.today.current().day, (length) => crypto.getRandomValues(new Uint8Array(length))),
  }), seq)`,
  },
]

/** What an update brings: a page that can be told from the old one. */
export const nextVersion: readonly Variant[] = [
  {
    file: 'app/paths.ts',
    replace: 'export const paths =',
    by: "Reflect.set(globalThis, 'nextVersion', true)\nexport const paths =",
  },
]
