import { newId } from '#domain/ids.ts'
import { asideReceived, asideRefused, asideToOffer } from '#storage/asideAgain.ts'
import { encode } from './gzip.ts'
import { bodyOf, type Exchange, send } from './push.ts'

/** Refusals that say something about the operation, and not about the moment. */
const ofTheOperation: ReadonlySet<string> = new Set(['malformed', 'operation_reused', 'too_large'])

/**
 * After an update, offers again what an earlier version could not make the server read: each operation alone, under a
 * writer of its own, since in the normal sequence it would overwrite later edits (SYN-23).
 */
export async function offerAside(exchange: Exchange): Promise<void> {
  const { store, connection } = exchange
  for (;;) {
    const row = await asideToOffer(store)
    const feed = await store.read(['meta'], (tx) => tx.meta.get('feed'))
    if (row === undefined || feed === undefined) return
    const writer = newId(connection.clock.today.current().day, connection.random)
    const { incarnation, cursor } = feed
    const batch = { writer, incarnation, seen: cursor, operations: [{ ...row, seq: 1 }] }
    const body = await encode(bodyOf(batch, connection.clock))
    const sent = body === null ? undefined : await send(exchange, body)
    if (sent?.ok && sent.value.acked >= 1) await asideReceived(store, row.id, writer, sent.value)
    else if (sent === undefined || (!sent.ok && isAboutIt(sent.error))) await asideRefused(store, row.id)
    else return // the moment is bad: at the next round
  }
}

function isAboutIt(failure: { readonly type: string; readonly error?: { readonly code: string } }): boolean {
  return failure.type === 'refused' && ofTheOperation.has(failure.error?.code ?? '')
}
