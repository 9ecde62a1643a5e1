import { type RefObject, useEffect, useRef } from 'react'

/** What a component said last, for a message that is pressed later; `null` once it has gone. */
export function useWhileThere<T>(value: T): RefObject<T | null> {
  const latest = useRef<T | null>(null)
  useEffect(() => {
    latest.current = value
    return () => {
      latest.current = null
    }
  })
  return latest
}
