import { expect, test } from 'vitest'
import { heldIdOf, madeAgainId } from './heldIds.ts'
import { dayOfId } from './ids.ts'

const operation = '019cdf57-d000-7000-8000-0000000000ff'

test('[SYN-12] what is held has one id on every server, and what is made again one on every device', () => {
  const ids = [operation, heldIdOf(operation), madeAgainId(operation)]
  expect(new Set(ids).size).toBe(3)
  expect(new Set(ids.map(dayOfId)).size).toBe(1)
  expect(heldIdOf(operation)).toBe(ids[1])
})
