import type { Day } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import type { Facts } from '#domain/kind.ts'
import { type VisitFacts, visit } from '#domain/kinds/visit.ts'
import { factsAfter } from '#domain/overlay.ts'
import type { Deed } from '#domain/rights.ts'
import { withoutInvalid } from '#domain/withoutInvalid.ts'
import { newOperationId } from '#storage/save.ts'
import type { HeldVisit } from './heldVisit.ts'
import type { OpenedVisit } from './openedVisit.ts'

/**
 * What saving a correction does: changes the visit, brings it back and changes it, or makes it again under another
 * id. `remove`: what was held is a deletion, to be done again or not.
 */
export type Way = 'change' | 'restore' | 'create' | 'remove'

/** Why a held change cannot be put right here by this person; its author can still give it up. */
export type Obstacle = 'otherAuthor' | 'noRight' | 'answersElsewhere' | 'waits' | 'gone'

export type Correction =
  | { readonly type: 'way'; readonly way: Way }
  | { readonly type: 'obstacle'; readonly obstacle: Obstacle }

type May = (deed: Deed, visit: { readonly id: Id; readonly by?: Id | undefined }) => boolean

/** How a held change can be put right by this person. @param may what they may do to a visit (SEC-71) */
export function correctionOf(held: HeldVisit, memberId: Id, may: May): Correction {
  if (held.by !== memberId) return obstacle('otherAuthor')
  const view = held.now?.view
  const act = held.wanted.findLast((wanted) => wanted.act === 'delete' || wanted.act === 'restore')?.act
  const isGone = view?.deleted !== false
  if (isGone && act === 'delete') return obstacle('gone')
  if (view === undefined) {
    if (!isPlaced(wantedFacts(held))) return obstacle('waits')
    return may('create', { id: held.record }) ? way('create') : obstacle('noRight')
  }
  // A device that never had the visit knows of its deletion, and nothing of its answers.
  if (view.deleted && !isPlaced(view.facts)) return obstacle('answersElsewhere')
  const deeds: readonly Deed[] = view.deleted ? ['restore', 'update'] : ['update']
  if (!deeds.every((deed) => may(deed, view))) return obstacle('noRight')
  return way(view.deleted ? 'restore' : act === 'delete' ? 'remove' : 'change')
}

/** What the visit would say if nothing of it had been held, without the answers that nobody can accept. */
export function wantedFacts({ now, wanted }: HeldVisit): VisitFacts {
  const changes = wanted.filter(({ act }) => act === undefined)
  const offered = changes.map((change) => ({ kind: visit.kind, ...withoutInvalid(visit, change) }))
  return factsAfter(now?.view.facts ?? {}, offered) as VisitFacts
}

/** The form of a correction: what was held over what the visit says now. Untouched, it is no draft. */
export function openedFromHeld(held: HeldVisit, way: Way, today: Day): OpenedVisit {
  const facts = wantedFacts(held)
  return {
    record: held.record,
    operation: newOperationId(today),
    base: held.now?.base ?? 0,
    shown: (held.now?.view.facts ?? {}) as VisitFacts,
    blank: facts,
    facts,
    corrects: { held: held.held, closes: held.closes },
    restores: way === 'restore',
  }
}

function isPlaced({ placeId, day, halfDay }: Facts | VisitFacts): boolean {
  return placeId !== undefined && day !== undefined && halfDay !== undefined
}

function way(way: Way): Correction {
  return { type: 'way', way }
}

function obstacle(obstacle: Obstacle): Correction {
  return { type: 'obstacle', obstacle }
}
