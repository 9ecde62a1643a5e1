import type { Store } from './store.ts'

/** The part of a store that tells of saves: whoever sends work listens, whoever saves tells. */
export function saveSignal(): Pick<Store, 'onSave' | 'told'> {
  const listeners = new Set<() => void>()
  return {
    onSave: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    told: () => {
      for (const listener of [...listeners]) listener()
    },
  }
}
