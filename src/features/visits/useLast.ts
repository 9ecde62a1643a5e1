import { useState } from 'react'
import type { Live } from '#storage/react.tsx'

/**
 * The last answer while the next one is on its way: a form is not taken down because the database closed for a
 * moment. Only for a question that stays the same as long as the screen is shown (TRAP-1).
 */
export function useLast<T>(live: Live<T>): T | undefined {
  const now = live.state === 'ready' ? live.value : undefined
  const [last, setLast] = useState(now)
  if (now !== undefined && now !== last) setLast(now)
  return now ?? last
}
