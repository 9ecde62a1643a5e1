import { describe, expect, test } from 'vitest'
import type { Id } from '#domain/ids.ts'
import type { VisitFacts } from '#domain/kinds/visit.ts'
import type { OperationBody } from '#domain/operation.ts'
import type { Deed } from '#domain/rights.ts'
import type { Opened } from '#storage/openRecord.ts'
import type { Draft } from '#storage/store.ts'
import { anId } from '#storage/testDevice.ts'
import { correctionOf, openedFromHeld, wantedFacts } from './correction.ts'
import type { HeldVisit } from './heldVisit.ts'
import { resumed } from './resumed.ts'

const day = '2026-03-12'
const me = anId()
const record = anId()
const placed = { placeId: anId(), day, halfDay: 'am' } as const
const facts: VisitFacts = { ...placed, arrival: 'walkIn', outcome: 'informed', minutes: 15 }

function now(said: VisitFacts, deleted = false): Opened {
  const view = { id: record, kind: 'visit', siteId: null, rev: 7, by: me, parallel: false, deleted }
  return { view: { ...view, facts: said as Opened['view']['facts'] }, base: 7 }
}

function operation(change: Partial<OperationBody>): OperationBody {
  return { id: anId(), kind: 'visit', schema: 1, record, base: 3, day, by: me, ...change }
}

function held(change: Partial<HeldVisit> = {}): HeldVisit {
  const line = anId()
  return {
    held: line,
    by: me,
    reason: 'record_deleted',
    closes: [{ id: line, rev: 9 }],
    wanted: [operation({ set: { minutes: 40 } })],
    record,
    now: now(facts),
    draft: null,
    ...change,
  }
}

const anything = () => true
const but =
  (refused: Deed) =>
  (deed: Deed): boolean =>
    deed !== refused
const deletion = operation({ act: 'delete' })

describe('[SYN-29] what correcting a held change does', () => {
  const of = (change: Partial<HeldVisit>, may: (deed: Deed) => boolean = anything, by: Id = me) =>
    Object.values(correctionOf(held(change), by, may))[1]

  test('to a visit that is there: changes it; deletes it again if that was asked', () => {
    expect(of({})).toBe('change')
    expect(of({ wanted: [deletion] })).toBe('remove')
    expect(of({ wanted: [deletion, operation({ act: 'restore' })] })).toBe('change')
  })

  test('to a deleted one: brings it back, unless deleting it was what was asked', () => {
    expect(of({ now: now(facts, true) })).toBe('restore')
    expect(of({ now: now(facts, true), wanted: [deletion] })).toBe('gone')
    expect(of({ now: now({}, true) })).toBe('answersElsewhere')
  })

  test('to one whose creation was held: makes it again, once enough of it is known', () => {
    const creation = operation({ set: { ...facts } as OperationBody['set'] & object })
    expect(of({ now: null, wanted: [creation] })).toBe('create')
    expect(of({ now: null, wanted: [operation({ set: { minutes: 40 } })] })).toBe('waits')
    expect(of({ now: null, wanted: [creation, deletion] })).toBe('gone')
  })

  test('[SEC-71] nothing that the server will surely refuse, nor for somebody else', () => {
    expect(of({}, but('update'))).toBe('noRight')
    expect(of({ now: now(facts, true) }, but('restore'))).toBe('noRight')
    expect(of({ now: now(facts, true) }, but('update'))).toBe('noRight')
    const creation = operation({ set: { ...facts } as OperationBody['set'] & object })
    expect(of({ now: null, wanted: [creation] }, but('create'))).toBe('noRight')
    expect(of({}, anything, anId())).toBe('otherAuthor')
  })
})

describe('[SYN-29] the form of a correction', () => {
  test('shows what was held over what the visit says now, and keeps what nobody may lose', () => {
    const later = { ...facts, ofTomorrow: 'x' } as VisitFacts
    const wanted = [
      operation({ set: { minutes: 40, outcome: 'nonsense' }, add: { procedures: ['print'] } }),
      operation({ set: { minutes: 45 } }),
    ]
    expect(wantedFacts(held({ now: now(later), wanted }))).toEqual({
      ...later,
      minutes: 45,
      procedures: ['print'],
    })
  })

  test('untouched, it is no draft; it is saved against what the visit says now', () => {
    const opened = openedFromHeld(held({ now: now(facts, true) }), 'restore', day)
    expect(opened).toMatchObject({ record, base: 7, shown: facts, restores: true })
    expect(opened.blank).toEqual(opened.facts)
    expect(opened.facts.minutes).toBe(40)
  })
})

describe('[SC-9] a draft taken up in a correction', () => {
  const at = { ...placed }
  const line = held()
  const opened = openedFromHeld(line, 'change', day)
  const draft: Draft = {
    record,
    kind: 'visit',
    facts: { ...facts, outcome: 'blocked' },
    by: me,
    day,
    shown: facts as Draft['facts'],
    base: 5,
    operation: anId(),
  }

  test('that was one comes back as it was left', () => {
    const again = resumed(opened, { ...draft, corrects: line.held }, at, day)
    expect(again).toMatchObject({ operation: draft.operation, base: 5, corrects: opened.corrects })
    expect(again.facts).toEqual(draft.facts)
  })

  test('that was begun before, without knowing, goes over what was held: neither is lost', () => {
    const again = resumed(opened, draft, at, day)
    expect(again).toMatchObject({ operation: opened.operation, base: 7, corrects: opened.corrects })
    expect(again.facts).toEqual({ ...facts, minutes: 40, outcome: 'blocked' })
  })
})
