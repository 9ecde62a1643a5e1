import type { Day } from '#domain/day.ts'
import type { Facts } from '#domain/kind.ts'
import { type VisitFacts, visit } from '#domain/kinds/visit.ts'
import { changeBetween } from '#domain/operation.ts'
import { factsAfter } from '#domain/overlay.ts'
import type { Draft } from '#storage/store.ts'
import { type HalfDayAt, type OpenedVisit, openedFromDraft } from './openedVisit.ts'

/**
 * A draft taken up. In a correction it is as it was left when it was one; begun before, without knowing of the
 * refusal, it is written over what was refused, so that neither is lost.
 */
export function resumed(opened: OpenedVisit, draft: Draft, at: HalfDayAt, today: Day): OpenedVisit {
  const left = openedFromDraft(draft, at, today)
  const { corrects, restores } = opened
  if (corrects === undefined) return left
  if (corrects.closes.some(({ id }) => id === draft.corrects)) return { ...left, corrects, restores }
  const change = changeBetween(visit, left.shown as Facts, left.facts as Facts)
  const facts = factsAfter(
    opened.facts as Facts,
    change === undefined ? [] : [{ kind: visit.kind, ...change }],
  )
  return { ...opened, facts: facts as VisitFacts }
}
