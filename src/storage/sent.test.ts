import { expect, test } from 'vitest'
import { coveredUpTo, nothingSent, receivedUpTo, withReceived, withState } from './sent.ts'
import { anId, testDay } from './testDevice.ts'

const row = (n: number) => ({
  n,
  id: anId(),
  record: anId(),
  day: testDay,
  body: '{}',
  hash: 'h',
  writer: anId(),
  seq: n,
})

test('[SYN-9] an operation waits for the head of the answer that received it', () => {
  const sent = withReceived(withReceived(nothingSent, 200, 1000), 350, 1180)
  expect(receivedUpTo(sent)).toBe(350)
  expect(withState(row(200), sent)).toMatchObject({ state: 'acked', ackHead: 1000 })
  expect(withState(row(201), sent)).toMatchObject({ state: 'acked', ackHead: 1180 })
  expect(withState(row(351), sent)).toMatchObject({ state: 'pending', ackHead: 0 })
  expect([coveredUpTo(sent, 999), coveredUpTo(sent, 1179), coveredUpTo(sent, 1180)]).toEqual([0, 200, 350])
})

test('[SYN-10] however many answers came, few ranges are kept, and joined ones wait longer, never shorter', () => {
  let sent = nothingSent
  for (let push = 1; push <= 500; push += 1) sent = withReceived(sent, push * 10, push * 100)
  expect(sent.ranges.length).toBeLessThan(100)
  expect(receivedUpTo(sent)).toBe(5000)
  for (let n = 1; n <= 5000; n += 37) {
    expect(withState(row(n), sent).ackHead).toBeGreaterThanOrEqual(Math.ceil(n / 10) * 100)
  }
})
