import type { OutboxRow, Store } from '#storage/store.ts'
import { download } from '#ui/download.ts'

/** The format of a file that keeps work in clear, facts only, for somebody to repair; a rescue file is another thing (SYN-33). */
const format = 'permanence-unsent/1'

export function unsentFile(rows: readonly OutboxRow[], day: string): string {
  const operations = rows.map(({ body, seq, writer, state, reason }) => ({
    writer,
    seq,
    state,
    ...(reason !== undefined && { reason }),
    body: JSON.parse(body) as unknown,
  }))
  return `${JSON.stringify({ format, day, count: operations.length, operations }, null, 2)}\n`
}

/** Everything the server has not confirmed, in a file of this device; it changes nothing here (SYN-35). */
export async function saveUnsentFile(store: Store): Promise<void> {
  const rows = await store.read(['outbox'], async (tx) => {
    const [pending, aside] = await Promise.all([tx.outbox.inState('pending'), tx.outbox.inState('aside')])
    return [...pending, ...aside]
  })
  download(unsentFile(rows, new Date().toISOString().slice(0, 10)), 'permanence-fiches-a-envoyer.json')
}
