/** What a browser keeps of the product, as JSON: every database with its shape and rows, and the local storage. */
export interface DeviceCopy {
  readonly databases: readonly DatabaseCopy[]
  readonly localStorage: Readonly<Record<string, string>>
}

interface DatabaseCopy {
  readonly name: string
  readonly version: number
  readonly stores: readonly StoreCopy[]
}

interface StoreCopy {
  readonly name: string
  readonly keyPath: string | string[] | null
  readonly autoIncrement: boolean
  readonly indexes: readonly {
    readonly name: string
    readonly keyPath: string | string[]
    readonly unique: boolean
    readonly multiEntry: boolean
  }[]
  readonly rows: readonly unknown[]
}

/** Runs in the page, on an address of the product where nothing of it is started. */
export async function copyDevice(): Promise<DeviceCopy> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const copyOf = async (name: string): Promise<DatabaseCopy> => {
    const db = await done(indexedDB.open(name))
    const stores: StoreCopy[] = []
    for (const storeName of db.objectStoreNames) {
      const store = db.transaction(storeName).objectStore(storeName)
      const indexes = [...store.indexNames].map((indexName) => {
        const { keyPath, unique, multiEntry } = store.index(indexName)
        return { name: indexName, keyPath, unique, multiEntry }
      })
      const { keyPath, autoIncrement } = store
      stores.push({ name: storeName, keyPath, autoIncrement, indexes, rows: await done(store.getAll()) })
    }
    db.close()
    return { name, version: db.version, stores }
  }
  const databases: DatabaseCopy[] = []
  for (const { name } of await indexedDB.databases())
    if (name !== undefined) databases.push(await copyOf(name))
  return { databases, localStorage: { ...localStorage } }
}

/** Runs in the page: makes this browser the one that was copied. */
export async function restoreDevice(copy: DeviceCopy): Promise<void> {
  for (const [key, value] of Object.entries(copy.localStorage)) localStorage.setItem(key, value)
  for (const { name, version, stores } of copy.databases) {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, version)
      request.onerror = () => reject(request.error)
      request.onupgradeneeded = () => {
        for (const { keyPath, autoIncrement, indexes, rows, ...shape } of stores) {
          const store = request.result.createObjectStore(shape.name, { keyPath, autoIncrement })
          for (const index of indexes) store.createIndex(index.name, index.keyPath, index)
          for (const row of rows) store.put(row)
        }
      }
      request.onsuccess = () => {
        request.result.close()
        resolve()
      }
    })
  }
}
