import { expect, test } from 'vitest'
import { permanenceOfSlot, unplannedPermanence } from '#domain/kinds/event.ts'
import { permanenceOn, slotOn } from './permanence.ts'

const placeId = '019ac000-0000-7000-8000-000000000001'
const slotId = '019ac000-0000-7000-8000-000000000002'
const tuesday = '2026-11-24'
const slots = [
  {
    id: slotId,
    facts: { recurrence: 'weekly', weekday: 2, halfDay: 'am', from: '2026-01-06', programmeId: placeId },
  },
] as const

test('[SLT-1] a half-day of the timetable takes the event of its slot, on every device', () => {
  const slot = slotOn(slots, tuesday, 'am')
  const permanence = permanenceOn(slot, placeId, tuesday, 'am')
  expect(permanence.id).toBe(permanenceOfSlot(slotId, tuesday))
  expect(permanence.facts).toEqual({
    type: 'permanence',
    state: 'held',
    day: tuesday,
    halfDay: 'am',
    placeId,
    slotId,
    programmeId: placeId,
  })
})

test('[SLT-1] a half-day that nobody planned takes the event of place, day and half-day', () => {
  const permanence = permanenceOn(slotOn(slots, tuesday, 'pm'), placeId, tuesday, 'pm')
  expect(permanence.id).toBe(unplannedPermanence(placeId, tuesday, 'pm'))
  expect(permanence.facts).not.toHaveProperty('slotId')
})
