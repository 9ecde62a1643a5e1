import type { SyncFailureType } from '#storage/failures.ts'
import type { CallFailure } from './signedFetch.ts'

/**
 * What the exchange is doing, as facts (SYN-27): never "online" or "offline". `nextAttempt` is trusted time, in
 * milliseconds; `rows` counts what went or came in this round.
 */
export type SyncStatus =
  /** The team space is closed: nothing is sent. */
  | { readonly state: 'locked' }
  | {
      readonly state: 'waiting'
      readonly failure: SyncFailureType | null
      readonly nextAttempt: number | null
    }
  | { readonly state: 'sending'; readonly rows: number }
  | { readonly state: 'receiving'; readonly rows: number }

/** What happens to an engine, as its status sees it. */
export type SyncEvent =
  | { readonly type: 'opened' }
  | { readonly type: 'closed' }
  | { readonly type: 'sending' }
  | { readonly type: 'sent'; readonly rows: number }
  | { readonly type: 'receiving' }
  | { readonly type: 'received'; readonly rows: number }
  | {
      readonly type: 'ended'
      readonly failure: SyncFailureType | null
      readonly nextAttempt: number | null
    }

/** The status after an event: a pure reducer. Once locked, late events of a dying round change nothing. */
export function statusAfter(status: SyncStatus, event: SyncEvent): SyncStatus {
  if (event.type === 'opened') return { state: 'waiting', failure: null, nextAttempt: null }
  if (status.state === 'locked' || event.type === 'closed') return { state: 'locked' }
  switch (event.type) {
    case 'sending':
      return { state: 'sending', rows: 0 }
    case 'receiving':
      return { state: 'receiving', rows: 0 }
    case 'sent':
      return { state: 'sending', rows: rowsOf(status, 'sending') + event.rows }
    case 'received':
      return { state: 'receiving', rows: rowsOf(status, 'receiving') + event.rows }
    case 'ended':
      return { state: 'waiting', failure: event.failure, nextAttempt: event.nextAttempt }
    default:
      return event satisfies never
  }
}

function rowsOf(status: SyncStatus, state: 'sending' | 'receiving'): number {
  return status.state === state ? status.rows : 0
}

/** The word for a failed call (SYN-76): an unknown code counts by its status class, an unknown status as no answer. */
export function failureOf(failure: CallFailure): SyncFailureType {
  if (failure.type !== 'refused') return failure.type
  switch (failure.error.code) {
    case 'unauthenticated':
      return 'deviceUnknown'
    case 'device_revoked':
    case 'not_allowed':
      return 'deviceRefused'
    case 'upgrade_required':
      return 'upgradeRequired'
    case 'restore_unfinished':
      return 'serverRestoring'
    case 'busy':
      return 'serverBusy'
    default:
      return failureOfStatus(failure.status)
  }
}

function failureOfStatus(status: number): SyncFailureType {
  if (status === 401) return 'deviceUnknown'
  if (status === 403) return 'deviceRefused'
  if (status === 426) return 'upgradeRequired'
  if (status === 429 || status === 503) return 'serverBusy'
  return status >= 400 && status < 600 ? 'serverFailed' : 'noAnswer'
}
