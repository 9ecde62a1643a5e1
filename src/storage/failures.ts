import { err } from '#domain/result.ts'

/** Why a save did not happen. Each is also a translation key; the caller keeps what the person typed. */
export type SaveFailure =
  | { readonly type: 'storageFull' }
  | { readonly type: 'storageClosed' }
  /** `reason` is the browser's name for the error, for the technical details only. */
  | { readonly type: 'storageFailed'; readonly reason: string }

/** Why the last exchange with the server failed (SYN-27). Each is also a translation key. */
export type SyncFailureType =
  | 'noAnswer'
  | 'intercepted'
  | 'clock'
  | 'deviceUnknown'
  | 'deviceRefused'
  | 'serverRestoring'
  | 'serverBusy'
  | 'serverFailed'
  | 'upgradeRequired'
  | 'storage'

const closed = new Set([
  'DatabaseClosedError',
  'InvalidStateError',
  'MissingAPIError',
  'OpenFailedError',
  'VersionError',
  'VersionChangeError',
])

/**
 * What an error of the database means for the person, or `undefined` for a bug of ours, which must throw.
 * Dexie wraps the browser's error in `inner`; a full disk also arrives as an `AbortError` of the transaction.
 */
export function storageFailure(thrown: unknown): SaveFailure | undefined {
  const names = errorNames(thrown)
  if (names.length === 0 || names.some((name) => bugs.has(name))) return undefined
  if (names.includes('QuotaExceededError')) return { type: 'storageFull' }
  if (names.some((name) => closed.has(name))) return { type: 'storageClosed' }
  return { type: 'storageFailed', reason: names[0] ?? 'unknown' }
}

const bugs = new Set(['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'Error', 'DataError'])

function errorNames(thrown: unknown): readonly string[] {
  if (!(thrown instanceof Error)) return []
  const inner = 'inner' in thrown ? errorNames(thrown.inner) : []
  return [thrown.name, ...inner]
}

/** Runs a write and turns what a person can meet (full, closed, broken) into a value; bugs go on throwing. */
export async function asResult<Value>(write: () => Promise<Value>) {
  try {
    return { ok: true, value: await write() } as const
  } catch (thrown) {
    const failure = storageFailure(thrown)
    if (failure === undefined) throw thrown
    return err(failure)
  }
}
