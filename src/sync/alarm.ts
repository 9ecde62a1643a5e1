import type { Timers } from './timers.ts'

/** What wakes the sending tab between two rounds. */
export interface Alarm {
  /** Now, or as soon as the round under way ends. */
  readonly ring: () => void
  /** Once nothing asked for it during so many milliseconds. */
  readonly ringAfterQuiet: (milliseconds: number) => void
  /**
   * Until it rings or the time is over.
   * @param milliseconds `null` to wait for a ring alone
   * @param deaf the server asked for patience: only `ring` wakes, a save does not
   */
  readonly wait: (milliseconds: number | null, deaf: boolean) => Promise<'rung' | 'over'>
}

type How = 'rung' | 'over'

export function createAlarm(timers: Timers): Alarm {
  let isRung = false
  let isDeaf = false
  let wake: ((how: How) => void) | null = null
  let cancelQuiet: () => void = () => undefined

  const ring = () => {
    cancelQuiet()
    isRung = true
    wake?.('rung')
  }
  return {
    ring,
    ringAfterQuiet: (milliseconds) => {
      cancelQuiet()
      cancelQuiet = timers.after(milliseconds, () => {
        if (!isDeaf) ring()
      })
    },
    wait: async (milliseconds, deaf) => {
      let cancel: () => void = () => undefined
      isDeaf = deaf
      const how = await new Promise<How>((resolve) => {
        if (isRung) return resolve('rung')
        wake = resolve
        if (milliseconds !== null) cancel = timers.after(milliseconds, () => resolve('over'))
      })
      cancel()
      wake = null
      isRung = false
      isDeaf = false
      return how
    },
  }
}
