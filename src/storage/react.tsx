import { useLiveQuery } from 'dexie-react-hooks'
import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { AppDb, StorageState } from './db.ts'
import { storageFailure } from './failures.ts'

const DbContext = createContext<AppDb | null>(null)

export function DbProvider({ db, children }: { readonly db: AppDb; readonly children: ReactNode }) {
  return <DbContext value={db}>{children}</DbContext>
}

export function useDb(): AppDb {
  const db = use(DbContext)
  if (db === null) throw new Error('a screen outside the database')
  return db
}

/** Whether this tab can save, as it changes. */
export function useStorageState(): StorageState {
  const { state } = useDb()
  return useSyncExternalStore(state.subscribe, state.current)
}

export type Live<T> = { readonly state: 'loading' } | { readonly state: 'ready'; readonly value: T }

/**
 * The answer to a query, again at each change of what it read. On a shared computer the previous person's row must
 * not show for one frame: the answer is tagged with its question (TRAP-1). While the database is closed, or came back
 * empty, the last answer that it gave holds; the query is asked again when it opens.
 */
export function useLive<T>(query: (db: AppDb) => Promise<T>, deps: readonly (string | number)[]): Live<T> {
  const db = useDb()
  const { state } = useStorageState()
  const asked = deps.join('\u0000')
  const answer = useLiveQuery(
    async () => ({ asked, db, found: await whenOpen(query(db)) }),
    [db, asked, state],
  )
  const given = answer?.asked === asked && answer.db === db ? answer.found : undefined
  const last = useRef<{ readonly asked: string; readonly found: typeof given }>(undefined)
  if (state === 'open' && given !== undefined) last.current = { asked, found: given }
  const found = state !== 'open' && last.current?.asked === asked ? last.current.found : given
  return found === undefined ? { state: 'loading' } : { state: 'ready', value: found.value }
}

/**
 * The answer a query gave when the screen asked, `undefined` before: for what must not move under the fingers while the
 * screen is shown. It is not asked again at each save, but when the database opens again.
 */
export function useOnce<T>(
  query: (db: AppDb) => Promise<T>,
  deps: readonly (string | number)[],
): T | undefined {
  const db = useDb()
  const { state } = useStorageState()
  const question = deps.join('\u0000')
  const [answer, setAnswer] = useState<{ readonly question: string; readonly value: T }>()
  const ask = useEffectEvent((from: AppDb) => whenOpen(query(from)))
  useEffect(() => {
    if (state !== 'open') return undefined
    let isAwaited = true
    void ask(db).then((found) => {
      if (isAwaited && found !== undefined) setAnswer({ question, value: found.value })
    })
    return () => {
      isAwaited = false
    }
  }, [question, db, state])
  return answer?.question === question ? answer.value : undefined
}

async function whenOpen<T>(asked: Promise<T>): Promise<{ readonly value: T } | undefined> {
  try {
    return { value: await asked }
  } catch (thrown) {
    if (storageFailure(thrown)?.type !== 'storageClosed') throw thrown
    return undefined
  }
}
