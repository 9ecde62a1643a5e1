/** What the browser must give before anything can be kept safely. */
export interface Surroundings {
  readonly isSecureContext: boolean
  readonly indexedDB: unknown
  readonly locks: unknown
  readonly subtle: unknown
  readonly serviceWorker: unknown
}

export function surroundings(): Surroundings {
  return {
    isSecureContext: globalThis.isSecureContext,
    indexedDB: globalThis.indexedDB,
    locks: navigator.locks,
    // Named apart: only the vault uses it, here its presence is looked at.
    subtle: Reflect.get(globalThis.crypto, 'subtle'),
    serviceWorker: navigator.serviceWorker,
  }
}

/**
 * Why this page cannot work, or `null`. `insecure`: the address is plain http, where browsers switch off the worker,
 * the locks and the cryptography; `browser`: the address is right and something is missing all the same.
 */
export function missingRequirement(found: Surroundings): 'insecure' | 'browser' | null {
  if (!found.isSecureContext) return 'insecure'
  const all = [found.indexedDB, found.locks, found.subtle, found.serviceWorker]
  return all.every((part) => part !== undefined && part !== null) ? null : 'browser'
}
