/** How long it took, in milliseconds, and what it gave. */
export async function timed<T>(work: () => Promise<T>): Promise<readonly [milliseconds: number, value: T]> {
  const started = performance.now()
  const value = await work()
  return [performance.now() - started, value]
}
