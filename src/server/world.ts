import type { RandomBytes } from '#domain/ids.ts'
import type { Store } from './store.ts'
import type { Clock } from './time.ts'

/** What the work of the server needs of the world: passed in, so that tests own it. */
export interface World {
  readonly store: Store
  readonly clock: Clock
  readonly random: RandomBytes
  /** Told about an operation that failed for no reason of its own: a bug to find (SYN-23). */
  readonly onFailure: (error: unknown) => void
}
