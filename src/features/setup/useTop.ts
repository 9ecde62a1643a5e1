import { useEffect } from 'react'

/** A page that takes the place of another at the same address: its heading has the focus and is to be seen. */
export function useTop(): void {
  useEffect(() => {
    scrollTo(0, 0) // some browsers give a promise, which is no way to clean up
  }, [])
}
