/** Whether the browser promised not to clear our storage when the disk is full (SEC-89). */
export type Persistence = 'granted' | 'refused' | 'unsupported'

/** Asks for it; to be called from a gesture of the staff. A refusal is shown, never hidden. */
export async function askPersistence(): Promise<Persistence> {
  if (!('storage' in navigator) || navigator.storage.persist === undefined) return 'unsupported'
  return (await navigator.storage.persist()) ? 'granted' : 'refused'
}

/** What the browser promised so far, without asking. */
export async function persistence(): Promise<Persistence> {
  if (!('storage' in navigator) || navigator.storage.persisted === undefined) return 'unsupported'
  return (await navigator.storage.persisted()) ? 'granted' : 'refused'
}

export interface Space {
  readonly usedBytes: number
  readonly freeBytes: number
}

/** The browser's estimate of the space this origin uses and may still use; `null` when it does not say. */
export async function space(): Promise<Space | null> {
  if (!('storage' in navigator) || navigator.storage.estimate === undefined) return null
  const { usage, quota } = await navigator.storage.estimate()
  if (usage === undefined || quota === undefined) return null
  return { usedBytes: usage, freeBytes: Math.max(0, quota - usage) }
}
