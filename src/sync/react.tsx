import { createContext, type ReactNode, use, useSyncExternalStore } from 'react'
import type { Today } from './clock.ts'
import type { Sync } from './engine.ts'
import type { SyncStatus } from './status.ts'

const SyncContext = createContext<Sync | null>(null)

export function SyncProvider({ sync, children }: { readonly sync: Sync; readonly children: ReactNode }) {
  return <SyncContext value={sync}>{children}</SyncContext>
}

export function useSync(): Sync {
  const sync = use(SyncContext)
  if (sync === null) throw new Error('a screen outside the exchange')
  return sync
}

export function useSyncStatus(): SyncStatus {
  const { status } = useSync()
  return useSyncExternalStore(status.subscribe, status.current)
}

/** The trusted day in Paris: what forms are filled with (SYN-25). */
export function useToday(): Today {
  const { today } = useSync().clock
  return useSyncExternalStore(today.subscribe, today.current)
}
