import { expect, test } from 'vitest'
import { type SyncEvent, type SyncStatus, statusAfter } from './status.ts'

const told = (...events: readonly SyncEvent[]) => events.reduce<SyncStatus>(statusAfter, { state: 'locked' })

test('[SYN-27] what goes and what comes is counted within a round', () => {
  const sending = [{ type: 'opened' }, { type: 'sending' }, { type: 'sent', rows: 200 }] as const
  expect(told(...sending, { type: 'sent', rows: 50 })).toEqual({ state: 'sending', rows: 250 })
  const receiving = [...sending, { type: 'receiving' }, { type: 'received', rows: 7 }] as const
  expect(told(...receiving)).toEqual({ state: 'receiving', rows: 7 })
  expect(told(...receiving, { type: 'ended', failure: 'noAnswer', nextAttempt: 5 })).toEqual({
    state: 'waiting',
    failure: 'noAnswer',
    nextAttempt: 5,
  })
})

test('[SYN-27] once locked, the end of a dying round says nothing', () => {
  const ended = { type: 'ended', failure: 'noAnswer', nextAttempt: 5 } as const
  expect(told({ type: 'opened' }, { type: 'closed' }, ended, { type: 'sending' })).toEqual({
    state: 'locked',
  })
})
