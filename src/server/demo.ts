import { openDataFolder } from './open.ts'
import type { Store } from './store.ts'

export async function openDemo(
  folder: string,
  _publicUrl: string,
  _now: number,
): Promise<{ readonly store: Store; readonly lines: readonly string[] }> {
  return { store: await openDataFolder(folder), lines: [] }
}
