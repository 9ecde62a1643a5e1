import type { Dexie } from 'dexie'
import { connection, dexieStore } from './dexieStore.ts'
import type { Store } from './store.ts'
import { cell, type Subscribable } from './subscribable.ts'

/**
 * Whether this tab can save. `emptied`: the browser was enrolled and its database came back empty (SEC-41).
 * `waiting`: another tab holds an older version and must be closed. `newerVersion`: another tab updated the
 * database; this page must be reloaded.
 */
export type StorageState =
  | { readonly state: 'open' }
  | { readonly state: 'emptied' }
  | { readonly state: 'waiting' }
  | { readonly state: 'closed'; readonly reason: ClosedReason }
export type ClosedReason = 'newerVersion' | 'deleted' | 'browser' | 'failed'

/** The database of this browser: a store, and whether it is there. */
export interface AppDb extends Store {
  readonly state: Subscribable<StorageState>
  /** Tries again to open a database that was closed. */
  readonly reopen: () => Promise<void>
  readonly close: () => void
  /** Remembers outside the database that this browser is enrolled, so that its loss is noticed (SEC-41). */
  readonly markEnrolled: () => void
}

/** The only thing kept outside IndexedDB: a word without content (SEC-45). */
const enrolledMark = 'permanence.enrolled'

/** Milliseconds before a database that was closed behind us is opened again. */
const reopenDelay = 200

/**
 * Opens the database. It never rejects for what a person can meet: that is in `state`. While another tab blocks it,
 * it answers all the same, so that the page can say so; it then opens by itself.
 */
export async function openDb(name = 'permanence'): Promise<AppDb> {
  const strict = connection(name, 'strict')
  const relaxed = connection(name, 'relaxed')
  const store = dexieStore(strict, relaxed)
  const state = cell<StorageState>({ state: 'closed', reason: 'failed' })
  /** True while we open or close ourselves: what the connections then tell is no news. */
  let isOurs = false
  let again: ReturnType<typeof setTimeout> | undefined
  let blocked: () => void = () => undefined
  const isBlocked = new Promise<void>((resolve) => {
    blocked = resolve
  })

  const closeFor = (reason: ClosedReason) => {
    isOurs = true
    strict.close()
    relaxed.close()
    isOurs = false
    state.set({ state: 'closed', reason })
  }
  const open = async () => {
    isOurs = true
    try {
      if (await isNewer(strict)) return closeFor('newerVersion')
      await strict.open()
      await relaxed.open()
      state.set(await stateOf(store))
    } catch {
      closeFor('failed') // the reason has no consequence for the person: nothing can be saved
    } finally {
      isOurs = false
    }
  }
  /** Once, a moment later: what closed the database must end first, and a failure must not call itself. */
  const lose = (reason: ClosedReason) => {
    closeFor(reason)
    clearTimeout(again)
    if (reason !== 'newerVersion') again = setTimeout(open, reopenDelay)
  }
  for (const db of [strict, relaxed]) {
    db.on('blocked', () => {
      state.set({ state: 'waiting' })
      blocked()
    })
    db.on('versionchange', ({ newVersion }) => {
      lose(newVersion === null ? 'deleted' : 'newerVersion')
      return false // Dexie's own answer would open the database again at the next query
    })
    db.on('close', () => {
      if (!isOurs) lose('browser')
    })
  }
  await Promise.race([open(), isBlocked])
  const markEnrolled = () => {
    localStorage.setItem(enrolledMark, '1')
    state.set({ state: 'open' })
  }
  return { ...store, state, reopen: open, close: () => closeFor('browser'), markEnrolled }
}

/**
 * True for a database that a newer version of the application wrote. Asked before opening: Dexie would open it all the
 * same, and add to it whatever it believes is missing.
 */
async function isNewer(db: Dexie): Promise<boolean> {
  const databases = await indexedDB.databases()
  const { version = 0 } = databases.find(({ name }) => name === db.name) ?? {}
  return version > Math.round(db.verno * 10)
}

async function stateOf(store: Store): Promise<StorageState> {
  const device = await store.read(['meta'], (tx) => tx.meta.get('device'))
  const lost = device === undefined && localStorage.getItem(enrolledMark) !== null
  return { state: lost ? 'emptied' : 'open' }
}
