import { expect, test } from 'vitest'
import { visit } from './kinds/visit.ts'
import { withoutInvalid } from './withoutInvalid.ts'

test('[SYN-29] what a held operation says is offered again without what had it held', () => {
  const held = {
    set: { minutes: 30, outcome: 'nonsense', posture: null, 'constructor.x': 1, later: 'short', area: '' },
    add: { procedures: ['ameli.create'], devices: ['phone', 'nonsense'] },
    remove: { devices: ['nonsense'], procedures: ['print'] },
  }
  const offered = withoutInvalid(visit, held)
  expect(offered).toEqual({
    set: { minutes: 30, posture: null, later: 'short' },
    add: { procedures: ['ameli.create'], devices: ['phone'] },
    remove: { devices: [], procedures: ['print'] },
  })
  expect(withoutInvalid(visit, {})).toEqual({ set: {}, add: {}, remove: {} })
})
