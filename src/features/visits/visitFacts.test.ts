import { expect, test } from 'vitest'
import { afterChoice, changedFields, detailField, saysTheSame } from './visitFacts.ts'

test('[VIS-1] a procedure is chosen and given back', () => {
  const one = afterChoice({}, { type: 'toggleProcedure', code: 'email.create' })
  const two = afterChoice(one, { type: 'toggleProcedure', code: 'caf.create' })
  expect(two.procedures).toEqual(['caf.create', 'email.create'])
  const back = afterChoice(two, { type: 'toggleProcedure', code: 'email.create' })
  expect(back).toEqual({ procedures: ['caf.create'] })
  expect(afterChoice(back, { type: 'toggleProcedure', code: 'caf.create' })).toEqual({})
})

test('[NOM-3] an exclusive code clears the others, and another clears it', () => {
  const some = afterChoice({}, { type: 'choose', field: 'accessHabits', codes: ['self', 'family'] })
  const none = afterChoice(some, {
    type: 'choose',
    field: 'accessHabits',
    codes: ['self', 'family', 'dontDo'],
  })
  expect(none.accessHabits).toEqual(['dontDo'])
  const again = afterChoice(none, { type: 'choose', field: 'accessHabits', codes: ['phone', 'dontDo'] })
  expect(again.accessHabits).toEqual(['phone'])
})

test('[VIS-4] where the person was sent leaves with the outcome that asked for it', () => {
  const sent = { outcome: 'referred', 'referredTo.structure': 'caf' } as const
  expect(afterChoice(sent, { type: 'set', field: 'outcome', value: 'doneTogether' })).toEqual({
    outcome: 'doneTogether',
  })
})

test('[VIS-5] the mandate leaves with the posture that needs it', () => {
  const acting = {
    posture: 'inTheirPlace',
    'mandate.ref': 'M-12',
    'mandate.procedures': ['caf.create'],
  } as const
  expect(afterChoice(acting, { type: 'set', field: 'posture', value: 'together' })).toEqual({
    posture: 'together',
  })
})

test('[VIS-5] a mandate is of the day and of the procedures of its visit, until somebody says otherwise', () => {
  const acting = { posture: 'inTheirPlace', day: '2026-11-24', procedures: ['caf.create', 'print'] }
  const signed = afterChoice(acting, { type: 'set', field: 'mandate.ref', value: 'M-12' })
  expect(signed).toMatchObject({ 'mandate.day': '2026-11-24', 'mandate.procedures': ['caf.create', 'print'] })
  const one = afterChoice(signed, { type: 'choose', field: 'mandate.procedures', codes: ['print'] })
  expect(
    afterChoice(one, { type: 'set', field: 'mandate.ref', value: 'M-13' })['mandate.procedures'],
  ).toEqual(['print'])
})

test('[VIS-3] a person turned away took no minute, and the zero leaves with that outcome', () => {
  const away = afterChoice({ minutes: 30 }, { type: 'set', field: 'outcome', value: 'turnedAway' })
  expect(away).toEqual({ outcome: 'turnedAway', minutes: 0 })
  expect(afterChoice(away, { type: 'set', field: 'outcome', value: 'informed' })).toEqual({
    outcome: 'informed',
  })
})

test('[VIS-2] how one procedure ended is kept under its code without dots, and leaves with it', () => {
  expect(detailField('ameli.create')).toBe('details.amelicreate.outcome')
  const two = { procedures: ['ameli.create', 'caf.create'] }
  const detailed = afterChoice(two, { type: 'detail', procedure: 'caf.create', outcome: 'toResume' })
  expect(detailed).toEqual({ ...two, 'details.cafcreate.outcome': 'toResume' })
  expect(afterChoice(detailed, { type: 'detail', procedure: 'caf.create', outcome: null })).toEqual(two)
  expect(afterChoice(detailed, { type: 'toggleProcedure', code: 'caf.create' })).toEqual({
    procedures: ['ameli.create'],
  })
})

test('[AGE-2] an age becomes a band and is nowhere in the visit', () => {
  expect(afterChoice({}, { type: 'age', years: 24 })).toEqual({ ageBand: '18-24' })
  expect(afterChoice({ ageBand: '26-39' }, { type: 'age', years: 300 })).toEqual({ ageBand: '26-39' })
})

test('[GEN-8] an emptied answer is absent, as if it had not been asked', () => {
  expect(afterChoice({ gender: 'female' }, { type: 'set', field: 'gender', value: '' })).toEqual({})
  expect(afterChoice({ minutes: 15 }, { type: 'set', field: 'minutes', value: null })).toEqual({})
})

test('[SYN-4] only the fields that differ are named', () => {
  const before = { arrival: 'walkIn', procedures: ['a', 'b'], minutes: 15 }
  expect(changedFields(before, { ...before })).toEqual([])
  expect(changedFields(before, { arrival: 'walkIn', procedures: ['a'] })).toEqual(['procedures', 'minutes'])
  expect(saysTheSame({ procedures: [] }, {})).toBe(true)
})
