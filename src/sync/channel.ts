import type { SyncStatus } from './status.ts'

/** What tabs tell each other. Never a key, never content (SEC-21). */
export type Message =
  | { readonly type: 'saved' }
  | { readonly type: 'sendNow' }
  | { readonly type: 'ask' }
  | { readonly type: 'status'; readonly status: SyncStatus }

export interface Channel {
  readonly post: (message: Message) => void
  readonly listen: (listener: (message: Message) => void) => void
}

/** All the tabs of this origin. */
export function browserChannel(name = 'permanence-sync'): Channel {
  const channel = new BroadcastChannel(name)
  return {
    post: (message) => channel.postMessage(message),
    listen: (listener) => channel.addEventListener('message', ({ data }) => listener(data as Message)),
  }
}
