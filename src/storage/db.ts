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

/** Opens the database. It never rejects for what a person can meet: that is in `state`. */
export async function openDb(name = 'permanence'): Promise<AppDb> {
  const strict = connection(name, 'strict')
  const relaxed = connection(name, 'relaxed')
  const store = dexieStore(strict, relaxed)
  const state = cell<StorageState>({ state: 'closed', reason: 'failed' })
  let closing = false

  const close = () => {
    closing = true
    strict.close()
    relaxed.close()
    closing = false
  }
  const open = async () => {
    try {
      await strict.open()
      if (isNewer(strict)) return closeFor('newerVersion')
      await relaxed.open()
      state.set(await stateOf(store))
    } catch {
      closeFor('failed') // the reason has no consequence for the person: nothing can be saved
    }
  }
  const closeFor = (reason: ClosedReason) => {
    close()
    state.set({ state: 'closed', reason })
  }
  for (const db of [strict, relaxed]) {
    db.on('blocked', () => state.set({ state: 'waiting' }))
    db.on('versionchange', ({ newVersion }) => {
      closeFor(newVersion === null ? 'deleted' : 'newerVersion')
      if (newVersion === null) queueMicrotask(open)
      return false // Dexie's own answer would open the database again at the next query
    })
    db.on('close', () => {
      if (closing) return
      closeFor('browser')
      queueMicrotask(open)
    })
  }
  await open()
  const markEnrolled = () => {
    localStorage.setItem(enrolledMark, '1')
    state.set({ state: 'open' })
  }
  return { ...store, state, reopen: open, close, markEnrolled }
}

/** Dexie opens a database written by a newer version of the application all the same: we must not (SYN-14). */
function isNewer(db: Dexie): boolean {
  return db.backendDB().version > Math.round(db.verno * 10)
}

async function stateOf(store: Store): Promise<StorageState> {
  const device = await store.read(['meta'], (tx) => tx.meta.get('device'))
  const lost = device === undefined && localStorage.getItem(enrolledMark) !== null
  return { state: lost ? 'emptied' : 'open' }
}
