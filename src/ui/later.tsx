import { type ComponentType, useEffect, useState } from 'react'
import { whenIdle } from './whenIdle.ts'

/**
 * A part of a screen that many people never open: fetched when the page is idle, or at once when it is asked for,
 * so that the first screen does not wait for it (FEEL-2). Once it is there it is drawn without another wait; no
 * Suspense, which would hold back what it has already shown for a third of a second.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let Part: ComponentType<P> | undefined
  let loading: Promise<void> | undefined
  const start = () => {
    loading ??= load().then((loaded) => {
      Part = loaded
    })
    return loading
  }
  whenIdle(() => void start())
  return function Later(props: P) {
    const [isThere, setThere] = useState(Part !== undefined)
    useEffect(() => {
      if (!isThere) void start().then(() => setThere(true))
    }, [isThere])
    return Part === undefined ? null : <Part {...props} />
  }
}
