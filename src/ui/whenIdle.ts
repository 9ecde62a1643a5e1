/** Milliseconds after which a page that is never idle is interrupted all the same. */
const patience = 5_000

/** Once the page has nothing better to do. Safari has no idle callback: there it waits. */
export function whenIdle(call: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(call, { timeout: patience })
  else setTimeout(call, patience)
}
