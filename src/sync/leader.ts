/** The part of `navigator.locks` that is needed: it dies with its tab, whatever happens to it. */
export interface Locks {
  readonly request: (
    name: string,
    options: { readonly signal: AbortSignal },
    work: () => Promise<void>,
  ) => Promise<unknown>
}

/** One name for all the tabs of this origin (SYN-17). */
const lockName = 'permanence-sync'

/** Waits to be the one tab that talks to the network, then works until the signal aborts (SYN-17, I15). */
export async function lead(locks: Locks, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  try {
    await locks.request(lockName, { signal }, work)
  } catch (thrown) {
    if (!signal.aborted) throw thrown
  }
}
