/** Time that can be made to pass in tests. */
export interface Timers {
  /** Calls once after so many milliseconds; the answer cancels it. */
  readonly after: (milliseconds: number, call: () => void) => () => void
}

export const browserTimers: Timers = {
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds)
    return () => clearTimeout(timer)
  },
}
