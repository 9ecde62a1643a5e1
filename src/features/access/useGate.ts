import { useCallback, useEffect, useState } from 'react'
import { useDb } from '#storage/react.tsx'
import type { DeviceKey } from '#storage/vault/deviceKey.ts'
import { type GateFailure, gateWait, openGate } from '#storage/vault/gate.ts'

export interface GateTry {
  readonly failure: GateFailure | null
  /** Seconds before a code will be looked at; 0 when it may be tried. */
  readonly wait: number
  readonly isBusy: boolean
  /** The key, or `null` when the gate stayed shut. */
  readonly tryPin: (pin: string) => Promise<DeviceKey | null>
}

/** The gate of this device: its tries, and the wait it asks for, which a reload starts again (SEC-31). */
export function useGate(): GateTry {
  const db = useDb()
  const [failure, setFailure] = useState<GateFailure | null>(null)
  const [wait, setWait] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const isWaiting = wait > 0
  useEffect(() => {
    const look = () => void gateWait(db).then(setWait)
    look()
    if (!isWaiting) return
    const timer = setInterval(look, 1000)
    return () => clearInterval(timer)
  }, [db, isWaiting])
  const tryPin = useCallback(
    async (pin: string) => {
      setBusy(true)
      const opened = await openGate(db, pin)
      setBusy(false)
      setFailure(opened.ok ? null : opened.error)
      setWait(await gateWait(db))
      return opened.ok ? opened.value : null
    },
    [db],
  )
  return { failure, wait, isBusy, tryPin }
}
