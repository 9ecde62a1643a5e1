import { connection, dexieStore } from './dexieStore.ts'
import { memoryStore } from './memoryStore.ts'
import type { Store, WriteTx } from './store.ts'

/** The stores a rule is proven on: memory everywhere, Dexie where there is a browser. */
export const stores: readonly { readonly name: string; readonly make: () => Promise<Store> }[] = [
  { name: 'memory', make: async () => memoryStore() },
  ...(typeof indexedDB === 'undefined' ? [] : [{ name: 'Dexie', make: aDexieStore }]),
]

/** A fresh database, with both its connections. */
export async function aDexieStore(): Promise<Store> {
  const name = `test ${crypto.randomUUID()}`
  const [strict, relaxed] = [connection(name, 'strict'), connection(name, 'relaxed')]
  await strict.open()
  await relaxed.open()
  return dexieStore(strict, relaxed)
}

/** A store that breaks at one step of its next writes. @param step such as `outbox.add`; it acts, then fails */
export function breaking(store: Store, step: string, error: () => Error): Store {
  const [table = '', method = ''] = step.split('.')
  return {
    ...store,
    write: (tables, durability, work) =>
      store.write(tables, durability, (tx) => work(breakingTx(tx, table, method, error))),
  }
}

function breakingTx(tx: WriteTx, table: string, method: string, error: () => Error): WriteTx {
  const whole = Object.entries(tx).map(([name, parts]) => {
    if (name !== table) return [name, parts]
    const acts: Readonly<Record<string, unknown>> = { ...parts }
    const broken = async (...values: unknown[]) => {
      const act = acts[method]
      if (typeof act === 'function') await act(...values)
      throw error()
    }
    return [name, { ...acts, [method]: broken }]
  })
  return Object.fromEntries(whole) as WriteTx
}
