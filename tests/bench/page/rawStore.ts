/**
 * Plain IndexedDB, the raw limit: no library, no rule, one store with nothing but its key, or one index when it is read
 * by index.
 */
export type RawValue = Readonly<Record<string, unknown>> & { readonly id: string }

/** Opens a database of one store `rows`, made empty. @param index a key path to index, for raw index reads */
export async function openRaw(name: string, index?: string | readonly string[]): Promise<IDBDatabase> {
  await settled(indexedDB.deleteDatabase(name))
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => {
    const store = request.result.createObjectStore('rows', { keyPath: 'id' })
    if (index !== undefined) store.createIndex('index', typeof index === 'string' ? index : [...index])
  }
  return await settled(request)
}

/** One readwrite transaction; resolves once it is complete, on the disk when `strict`. */
export async function rawPut(
  db: IDBDatabase,
  values: readonly RawValue[],
  durability: IDBTransactionDurability,
): Promise<void> {
  const transaction = db.transaction('rows', 'readwrite', { durability })
  const store = transaction.objectStore('rows')
  for (const value of values) store.put(value)
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}

/** `getAll` on the index. */
export async function rawRead(db: IDBDatabase, range: IDBKeyRange): Promise<readonly RawValue[]> {
  const rows = db.transaction('rows').objectStore('rows').index('index')
  return await settled(rows.getAll(range) as IDBRequest<RawValue[]>)
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
