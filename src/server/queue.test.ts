import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Operation } from '#domain/operation.ts'
import { type Arrived, type Known, type Logged, planPush } from './queue.ts'

function arrival(id: string, seq: number, hash = `hash of ${id}`): Arrived {
  return { operation: { id, seq } as Operation, body: '{}', hash }
}

function logged(id: string, hash = `hash of ${id}`): Logged {
  return { id, hash, status: 'applied', code: null, made: null }
}

function known(ids: readonly string[]): Known {
  return {
    acked: ids.length,
    byId: new Map(ids.map((id) => [id, logged(id)])),
    atSeq: new Map(ids.map((id, index) => [index + 1, id])),
  }
}

const types = (arrivals: readonly Arrived[], before: Known) => {
  const plan = planPush(arrivals, before)
  return plan.ok ? plan.value.map(({ type }) => type) : plan.error
}

test('[SYN-60] the next place applies, a known place with its own operation is a duplicate', () => {
  expect(types([arrival('a', 1), arrival('b', 2)], known([]))).toEqual(['apply', 'apply'])
  expect(types([arrival('a', 1), arrival('b', 2)], known(['a']))).toEqual(['duplicate', 'apply'])
})

test('[SYN-60] a gap, and a place taken by another operation', () => {
  expect(types([arrival('b', 3)], known(['a']))).toEqual({ type: 'sequence_gap', more: { acked: 1 } })
  expect(types([arrival('x', 1)], known(['a']))).toEqual({ type: 'sequence_conflict', more: { acked: 1 } })
  expect(types([arrival('a', 2)], known(['a', 'b']))).toEqual({
    type: 'sequence_conflict',
    more: { acked: 2 },
  })
})

test('[SYN-61] a known id under a new place advances; with another hash it is refused, in one push too', () => {
  expect(types([arrival('a', 2)], known(['a']))).toEqual(['duplicate'])
  const reused = { type: 'operation_reused', more: { id: 'a' } }
  expect(types([arrival('a', 2, 'other')], known(['a']))).toEqual(reused)
  expect(types([arrival('a', 1), arrival('a', 2, 'other')], known([]))).toEqual(reused)
})

test('[I4] whatever is pushed, what is applied fills the sequence without a hole and no id is applied twice', () => {
  const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const push = fc.array(fc.record({ id: ids, seq: fc.integer({ min: 1, max: 6 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(fc.array(push, { maxLength: 8 }), (pushes) => {
      let acked = 0
      const byId = new Map<string, Logged>()
      const atSeq = new Map<number, string>()
      const applied: string[] = []
      for (const items of pushes) {
        const plan = planPush(
          items.map(({ id, seq }) => arrival(id, seq)),
          { acked, byId, atSeq },
        )
        if (!plan.ok) continue
        for (const { type, arrived } of plan.value) {
          const { id, seq } = arrived.operation
          expect(seq).toBeLessThanOrEqual(acked + 1)
          if (type === 'apply') applied.push(id)
          byId.set(id, logged(id))
          if (!atSeq.has(seq)) atSeq.set(seq, id)
          acked = Math.max(acked, seq)
        }
      }
      expect(new Set(applied).size).toBe(applied.length)
      expect([...atSeq.keys()].sort()).toEqual(Array.from({ length: acked }, (_, index) => index + 1))
    }),
  )
})
