/** A value that changes and tells so: the shape of `useSyncExternalStore`. */
export interface Subscribable<T> {
  readonly current: () => T
  readonly subscribe: (listener: () => void) => () => void
}

/** A subscribable and the right to change it. Listeners are told only when the value is another one. */
export interface Cell<T> extends Subscribable<T> {
  readonly set: (value: T) => void
}

export function cell<T>(initial: T): Cell<T> {
  const listeners = new Set<() => void>()
  let value = initial
  return {
    current: () => value,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
  }
}
