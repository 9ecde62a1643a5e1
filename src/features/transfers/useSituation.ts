import { useEffect, useState } from 'react'
import { type Persistence, persistence, type Space, space } from '#storage/health.ts'
import { useLive } from '#storage/react.tsx'
import { type TransferFacts, transferFacts } from '#storage/transfers.ts'
import { useSync, useToday } from '#sync/react.tsx'
import { type Risk, risks } from './risk.ts'

interface Health {
  readonly persistence: Persistence
  readonly space: Space | null
}

export interface Situation extends Health {
  readonly facts: TransferFacts
  readonly risks: readonly Risk[]
  /** Looks at the promise of the browser again, after it was asked. */
  readonly look: () => void
}

/** The space of a disk changes slowly; the promise of the browser when somebody asks. In milliseconds. */
const lookMilliseconds = 60_000

/** Everything that can put records at risk, and the counts; `null` while it is read. */
export function useSituation(): Situation | null {
  const live = useLive(transferFacts, [])
  const { day, minutesOff } = useToday()
  const { clock } = useSync()
  const [health, look] = useHealth()
  if (live.state === 'loading' || health === null) return null
  const facts = live.value
  return {
    ...health,
    facts,
    look,
    risks: risks({ facts, ...health, today: day, now: clock.now(), minutesOff }),
  }
}

function useHealth(): readonly [Health | null, () => void] {
  const [health, setHealth] = useState<Health | null>(null)
  const look = async () => {
    const [promised, room] = await Promise.all([persistence(), space().catch(() => null)])
    setHealth({ persistence: promised, space: room })
  }
  const [lookNow] = useState(() => () => void look())
  useEffect(() => {
    lookNow()
    const timer = setInterval(lookNow, lookMilliseconds)
    return () => clearInterval(timer)
  }, [lookNow])
  return [health, lookNow]
}
