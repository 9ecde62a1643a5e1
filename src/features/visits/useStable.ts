import { useCallback, useLayoutEffect, useRef } from 'react'

/** The same function for as long as the screen is shown, doing what the latest one does: for parts drawn rarely. */
export function useStable<Given extends readonly unknown[]>(
  latest: (...given: Given) => void,
): (...given: Given) => void {
  const now = useRef(latest)
  useLayoutEffect(() => {
    now.current = latest
  })
  return useCallback((...given) => now.current(...given), [])
}
