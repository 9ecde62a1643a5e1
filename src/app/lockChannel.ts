/** What the tabs of one browser tell each other about the team space: never a key, never a name (SEC-21). */
type Word = 'lock' | 'alive'

export interface LockChannel {
  /** Closes the team space in every other tab. */
  readonly tellLock: () => void
  /** A gesture was made here: the other tabs are not idle either. */
  readonly tellAlive: () => void
  readonly onLock: (listener: () => void) => () => void
  readonly onAlive: (listener: () => void) => () => void
}

export function openLockChannel(name = 'permanence-team-space'): LockChannel {
  const channel = new BroadcastChannel(name)
  const say = (word: Word) => channel.postMessage(word)
  const on = (expected: Word, listener: () => void) => {
    const hear = ({ data }: MessageEvent<unknown>) => data === expected && listener()
    channel.addEventListener('message', hear)
    return () => channel.removeEventListener('message', hear)
  }
  return {
    tellLock: () => say('lock'),
    tellAlive: () => say('alive'),
    onLock: (listener) => on('lock', listener),
    onAlive: (listener) => on('alive', listener),
  }
}
