import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import type { AppDb } from '#storage/db.ts'
import { draftsOfKind } from '#storage/drafts.ts'
import { useDb } from '#storage/react.tsx'
import type { DeviceKey } from '#storage/vault/deviceKey.ts'
import { type Presence, PresenceProvider } from '#sync/presence.tsx'
import { useSync } from '#sync/react.tsx'
import { silence } from '#ui/announce.ts'
import { type LockChannel, openLockChannel } from './lockChannel.ts'
import { paths } from './paths.ts'

/** The team space of this tab: closed at each start, since the device key lives in memory only (SEC-21). */
export interface TeamSpace {
  /** The device may talk to the network; null while the code has not been typed. */
  readonly key: DeviceKey | null
  /** Who holds the permanence; null until somebody said so. */
  readonly presence: Presence | null
  readonly channel: LockChannel
  readonly unlock: (key: DeviceKey) => void
  readonly enter: (presence: Presence) => void
  readonly lock: () => void
}

const TeamSpaceContext = createContext<TeamSpace | null>(null)

export function useTeamSpace(): TeamSpace {
  const space = use(TeamSpaceContext)
  if (space === null) throw new Error('outside TeamSpaceProvider')
  return space
}

export function TeamSpaceProvider({ children }: { readonly children: ReactNode }) {
  const db = useDb()
  const sync = useSync()
  const [channel] = useState(openLockChannel)
  const [key, setKey] = useState<DeviceKey | null>(null)
  const [presence, setPresence] = useState<Presence | null>(null)
  const leave = useCallback(async () => {
    silence()
    setPresence(null)
    setKey(null)
    sync.stop()
    await draftsWritten(db)
    location.replace(paths.team)
  }, [db, sync])
  useEffect(() => channel.onLock(() => void leave()), [channel, leave])
  const unlock = useCallback(
    (opened: DeviceKey) => {
      setKey(opened)
      sync.start(opened)
    },
    [sync],
  )
  const lock = useCallback(() => {
    channel.tellLock()
    void leave()
  }, [channel, leave])
  const space = useMemo(
    () => ({ key, presence, channel, unlock, enter: setPresence, lock }),
    [key, presence, channel, unlock, lock],
  )
  return (
    <TeamSpaceContext value={space}>
      <PresenceProvider value={presence}>{children}</PresenceProvider>
    </TeamSpaceContext>
  )
}

/** Longest wait for the drafts of a screen that is going away: the other tabs must follow within one second (SEC-34). */
const draftsMilliseconds = 700

/**
 * Locking: the screens go, which saves their drafts; keys and presence are dropped; then a fresh page, so that
 * nothing stays reachable in memory, in the page or behind Back (SEC-34, SEC-36).
 */
async function draftsWritten(db: AppDb): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve)) // the screens are gone and have asked to save
  // A read of the same table is answered after the writes that were asked before it.
  const written = draftsOfKind(db, 'visit').catch(() => undefined)
  await Promise.race([written, new Promise((resolve) => setTimeout(resolve, draftsMilliseconds))])
}
