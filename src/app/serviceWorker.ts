import type { Workbox } from 'workbox-window'
import { scriptUrl } from './trustedTypes.ts'

type Listener = () => void

let worker: Workbox | null = null
let isWaiting = false
let isAccepted = false
const listeners = new Set<Listener>()

/** A new version is downloaded and waits for a person's agreement (STATE-7). */
export const newVersion = {
  subscribe(listener: Listener): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  isReady: (): boolean => isWaiting,
  /** Takes it: the page is loaded again as soon as the new worker holds it. */
  accept(): void {
    isAccepted = true
    if (worker === null) location.reload()
    else worker.messageSkipWaiting()
  },
}

function found(): void {
  isWaiting = true
  for (const listener of listeners) listener()
}

/** How often a page that stays open asks for a new version, in milliseconds. */
const askMilliseconds = 3_600_000

/**
 * After the first paint: neither the worker nor the code that registers it slows the first screen. Development has none.
 * Rejects where it cannot be had: without a network on a first visit.
 */
export async function registerWorker(): Promise<void> {
  if (!import.meta.env.PROD) return
  const { Workbox } = await import('workbox-window')
  // workbox-window knows the platform's type under another name; the policy made this address (SEC-54).
  worker = new Workbox(scriptUrl('/sw.js'))
  // On a first visit the worker takes the page that had none: that is no new version.
  const wasControlled = navigator.serviceWorker.controller !== null
  worker.addEventListener('waiting', found)
  worker.addEventListener('controlling', ({ isUpdate, isExternal }) => {
    if (isAccepted) location.reload()
    else if (wasControlled && (isUpdate || isExternal)) found() // another tab took it: this one follows when its person chooses
  })
  await worker.register()
  setInterval(() => void worker?.update().catch(() => undefined), askMilliseconds)
}
