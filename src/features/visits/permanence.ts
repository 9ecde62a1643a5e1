import type { Day, HalfDay } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import type { Facts } from '#domain/kind.ts'
import { type EventFacts, event, permanenceOfSlot, unplannedPermanence } from '#domain/kinds/event.ts'
import { isSlotOn, type SlotFacts } from '#domain/kinds/slot.ts'
import { changeBetween } from '#domain/operation.ts'
import type { AppDb } from '#storage/db.ts'
import { openRecord } from '#storage/openRecord.ts'
import type { Intent } from '#storage/save.ts'
import { slotsOfPlace } from '#storage/settings.ts'

type Slot = { readonly id: Id; readonly facts: SlotFacts }

/** The slot that plans a half-day of a place, if one does. */
export function slotOn(slots: readonly Slot[], day: Day, halfDay: HalfDay): Slot | undefined {
  return slots.find(({ facts }) => facts.halfDay === halfDay && isSlotOn(facts, day))
}

/** The Event of a half-day, as it is written the first time somebody needs it (SLT-1). */
export interface Permanence {
  readonly id: Id
  readonly facts: EventFacts
}

export function permanenceOn(slot: Slot | undefined, placeId: Id, day: Day, halfDay: HalfDay): Permanence {
  const programmeId = slot?.facts.programmeId
  return {
    id: slot === undefined ? unplannedPermanence(placeId, day, halfDay) : permanenceOfSlot(slot.id, day),
    facts: {
      type: 'permanence',
      state: 'held',
      day,
      halfDay,
      placeId,
      ...(slot && { slotId: slot.id }),
      ...(programmeId && { programmeId }),
    },
  }
}

export async function findPermanence(
  db: AppDb,
  placeId: Id,
  day: Day,
  halfDay: HalfDay,
): Promise<Permanence> {
  return permanenceOn(slotOn(await slotsOfPlace(db, placeId), day, halfDay), placeId, day, halfDay)
}

/**
 * What has to be written on the Event of a half-day: all of it when this device does not know it, « held » when it
 * was only planned, and `more` when it is given; nothing when it already says so.
 * @param more computed from what the Event says now
 */
export async function permanenceIntents(
  db: AppDb,
  { id, facts }: Permanence,
  more: (now: EventFacts) => Facts = () => ({}),
): Promise<readonly Intent[]> {
  const known = await openRecord(db, id)
  if (known?.view.deleted === true) return [] // a coordinator took it away: a visit does not bring it back
  const before = (known?.view.facts ?? {}) as EventFacts
  const after = known === null ? facts : { ...before, state: 'held' }
  const change = changeBetween(event, before as Facts, { ...after, ...more(before) } as Facts)
  return change === undefined ? [] : [{ kind: 'event', record: id, base: known?.base ?? 0, change }]
}
