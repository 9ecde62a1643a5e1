import { type ReactNode, useState } from 'react'
import { useLocation } from 'react-router'
import { useStorageState } from '#storage/react.tsx'
import { later } from '#ui/later.tsx'

const ClosedStorage = later(async () => (await import('./ClosedStorage.tsx')).ClosedStorage)

/**
 * Says in words why the records of this device cannot be opened, instead of showing screens without them. What the
 * team has on screen stays under these words, since it may be nowhere else; left, it cannot come back (SEC-41).
 */
export function StorageGate({
  isTeam,
  children,
}: {
  readonly isTeam: boolean
  readonly children: ReactNode
}) {
  const state = useStorageState()
  const { pathname } = useLocation()
  /** The screen that was there while the database was open: none before, and none once it is left without it. */
  const [open, setOpen] = useState<string | null>()
  const isOpen = state.state === 'open'
  const now = isOpen ? pathname : open && open !== pathname ? null : open
  if (now !== open) setOpen(now)
  const isThere = isOpen || (state.state === 'emptied' && open === undefined)
  const isKept = isTeam && open === pathname
  return (
    <>
      {!isThere && <ClosedStorage state={state} isPage={!isKept} />}
      {(isThere || isKept) && children}
    </>
  )
}
