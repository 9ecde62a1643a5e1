import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { HeldCode } from '#domain/operation.ts'
import { ClaimRequest, EnrolRequest } from './enrol.ts'
import { errorStatus } from './reasons.ts'
import { FeedRow, isRecordRow, PullAnswer, PushAnswer, PushEnvelope, PushResult } from './sync.ts'

const id = '019cdf57-d000-7000-8000-000000000001'
const head = { incarnation: 1, head: 9, backedUp: 0, time: '2026-03-12T08:00:00.000Z' }

describe('[SEC-82] an answer counts only if it has the expected shape', () => {
  test('of a push', () => {
    expect(v.is(PushAnswer, { ...head, acked: 1, results: [] })).toBe(true)
    for (const wrong of [
      { acked: -1 },
      { head: '9' },
      { time: 'now' },
      { incarnation: 1.5 },
      { results: [{ id }] },
    ])
      expect(v.is(PushAnswer, { ...head, acked: 1, results: [], ...wrong }), JSON.stringify(wrong)).toBe(
        false,
      )
  })

  test('of a pull; a bad row does not spoil the page', () => {
    const page = { ...head, cursor: 'abc', complete: true, scope: { sealed: false }, rows: [] }
    expect(v.is(PullAnswer, page)).toBe(true)
    expect(v.is(PullAnswer, { ...page, rows: ['not a row'] })).toBe(true)
    expect(v.is(PullAnswer, { ...page, rows: Array(1001).fill({}) })).toBe(false)
    expect(v.is(PullAnswer, { ...page, cursor: 'x'.repeat(513) })).toBe(false)
  })

  test('a reason this version does not know is still a held operation', () => {
    expect(v.parse(PushResult, { id, status: 'held', code: 'ofTomorrow', records: [] })).toMatchObject({
      code: 'failed',
    })
    for (const code of HeldCode.options)
      expect(v.parse(PushResult, { id, status: 'held', code, records: [id] })).toMatchObject({ code })
  })
})

test('[SYN-67] a row is a record, a tombstone, an exit or an erasure', () => {
  const row = { id, kind: 'visit', rev: 4, schema: 1, siteId: null, facts: { minutes: 3 } }
  const read = (value: unknown) => (v.is(FeedRow, value) ? v.parse(FeedRow, value) : undefined)
  for (const other of [
    { id, kind: 'visit', rev: 4, deleted: true },
    { id, rev: 4, gone: true },
    { id, kind: 'visit', rev: 4, erasedOn: '2026-03-12' },
  ]) {
    const parsed = read(other)
    expect(parsed).toEqual(other)
    expect(parsed && isRecordRow(parsed)).toBe(false)
  }
  const parsed = read(row)
  expect(parsed && isRecordRow(parsed)).toBe(true)
  for (const wrong of [
    { facts: [] },
    { facts: null },
    { rev: -1 },
    { rev: Number.NaN },
    { siteId: 'x' },
    { id: 'x' },
  ])
    expect(read({ ...row, ...wrong }), JSON.stringify(wrong)).toBeUndefined()
})

test('[SYN-65] a push holds 1 to 200 operations; unknown members of its envelope are ignored', () => {
  const envelope = (count: number) => ({
    incarnation: 1,
    writer: id,
    operations: Array(count).fill({}),
    later: 1,
  })
  expect([0, 1, 200, 201].map((count) => v.is(PushEnvelope, envelope(count)))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('[SEC-75] an administrative call has exactly the members it knows', () => {
  const claim = { door: 'setup', claim: 'A'.repeat(43), publicKey: 'B'.repeat(87) }
  expect(v.is(ClaimRequest, claim)).toBe(true)
  expect(v.is(ClaimRequest, { ...claim, role: 'coordinator' })).toBe(false)
  const enrol = {
    id,
    hand: 'AB12',
    linkDigest: 'A'.repeat(43),
    handDigest: 'A'.repeat(43),
    label: 'Tablette',
    use: 'staff',
    by: id,
  }
  expect(v.is(EnrolRequest, enrol)).toBe(true)
  expect(v.is(EnrolRequest, { ...enrol, siteId: id })).toBe(false)
})

test('[SYN-76] every error code has a status of its class: 4xx for what the device did, 5xx for the server', () => {
  expect(Object.entries(errorStatus).filter(([, status]) => status < 400 || status > 599)).toEqual([])
  expect(
    Object.entries(errorStatus)
      .filter(([, status]) => status >= 500)
      .map(([code]) => code),
  ).toEqual(['failed', 'restore_unfinished'])
})
