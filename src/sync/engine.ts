import { cell, type Subscribable } from '#storage/subscribable.ts'
import type { DeviceKey } from '#storage/vault/deviceKey.ts'
import { createAlarm } from './alarm.ts'
import type { Channel } from './channel.ts'
import type { TrustedClock } from './clock.ts'
import { type Locks, lead } from './leader.ts'
import { keepExchanging, type Rhythm, type RoundsWorld } from './rounds.ts'
import { type SyncEvent, type SyncStatus, statusAfter } from './status.ts'

/** Everything an engine needs from the world, so that a simulation can be one (4-sync § 4.8). */
export interface SyncWorld extends Omit<RoundsWorld, 'tell'> {
  readonly locks: Locks
  readonly channel: Channel
  readonly isVisible: () => boolean
}

/** The exchange of this tab with the server. */
export interface Sync {
  /** After unlocking: this tab may now become the one that talks to the network. */
  readonly start: (key: DeviceKey) => void
  /** On locking: the key is dropped, nothing more is sent. */
  readonly stop: () => void
  /** « Envoyer maintenant »: at once, whichever tab does it. */
  readonly sendNow: () => void
  /** The network seems back, or somebody looks at the page again (SYN-20). */
  readonly wake: () => void
  readonly status: Subscribable<SyncStatus>
  readonly clock: TrustedClock
}

/** Milliseconds without another save before a save is sent (SYN-18). */
const quiet = 2_000

export function createSync(world: SyncWorld): Sync {
  const { connection, locks, channel } = world
  const rhythm: Rhythm = {
    alarm: createAlarm(connection.timers),
    isVisible: world.isVisible,
    failures: 0,
  }
  const leading = listen(world, rhythm)
  let controller = new AbortController()

  return {
    status: leading.status,
    clock: connection.clock,
    sendNow: () => (leading.isLeader() ? urge(rhythm) : channel.post({ type: 'sendNow' })),
    wake: () => {
      connection.clock.tick()
      if (leading.isLeader()) urge(rhythm)
    },
    start: (key) => {
      controller.abort()
      controller = new AbortController()
      const { signal } = controller
      leading.tell({ type: 'opened' })
      channel.post({ type: 'ask' })
      const rounds = { ...world, tell: leading.tell }
      void lead(locks, signal, () => leading.during(() => keepExchanging(rounds, key, signal, rhythm)))
    },
    stop: () => {
      controller.abort()
      leading.tell({ type: 'closed' })
      rhythm.alarm.ring()
    },
  }
}

function urge(rhythm: Rhythm): void {
  rhythm.failures = 0
  rhythm.alarm.ring()
}

/** Who of the tabs leads, and what they tell each other: a save anywhere wakes the one that sends (SYN-17). */
function listen({ store, channel }: SyncWorld, rhythm: Rhythm) {
  const status = cell<SyncStatus>({ state: 'locked' })
  let isLeader = false
  const tell = (event: SyncEvent) => {
    status.set(statusAfter(status.current(), event))
    // The lock of one tab says nothing about the others.
    if (isLeader && event.type !== 'closed') channel.post({ type: 'status', status: status.current() })
  }
  store.onSave(() => {
    channel.post({ type: 'saved' })
    if (isLeader) rhythm.alarm.ringAfterQuiet(quiet)
  })
  channel.listen((message) => {
    if (message.type === 'status' && !isLeader && status.current().state !== 'locked') {
      status.set(message.status)
    }
    if (!isLeader) return
    if (message.type === 'saved') rhythm.alarm.ringAfterQuiet(quiet)
    if (message.type === 'sendNow') urge(rhythm)
    if (message.type === 'ask') channel.post({ type: 'status', status: status.current() })
  })
  const during = async (work: () => Promise<void>) => {
    isLeader = true
    try {
      await work()
    } finally {
      isLeader = false
    }
  }
  return { status, tell, during, isLeader: () => isLeader }
}
