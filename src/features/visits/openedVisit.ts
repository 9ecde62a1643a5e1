import type { Day, HalfDay } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import type { VisitFacts } from '#domain/kinds/visit.ts'
import type { Opened } from '#storage/openRecord.ts'
import { newOperationId, newRecordId } from '#storage/save.ts'
import type { Draft } from '#storage/store.ts'

/** A form that has opened: both ids are drawn now, so that saving twice is one save. */
export interface OpenedVisit {
  readonly record: Id
  readonly operation: Id
  /** Rev of what was shown; 0 for a new visit. */
  readonly base: number
  /** What the record said when the form opened; empty for a new visit. */
  readonly shown: VisitFacts
  /** What an untouched form says. */
  readonly blank: VisitFacts
  /** What this one starts from: the same, a draft or a copy. */
  readonly facts: VisitFacts
  readonly corrects?: Corrects | undefined
  /** The visit was deleted meanwhile: saving brings it back first. */
  readonly restores?: boolean | undefined
}

/** What saving this form also does for the change that was held (SYN-29). */
export interface Corrects {
  /** The held record that the person opened. */
  readonly held: Id
  /** Those that it stands for, discarded by the same save. */
  readonly closes: readonly Closed[]
}

export interface Closed {
  readonly id: Id
  readonly rev: number
}

export interface HalfDayAt {
  readonly placeId: Id
  readonly day: Day
  readonly halfDay: HalfDay
}

/** The answers that nine visits out of ten have. */
const defaults = { arrival: 'walkIn', posture: 'together', setting: 'atPlace' } as const

export function newVisit(at: HalfDayAt, today: Day, facts?: VisitFacts): OpenedVisit {
  const blank = { ...at, ...defaults }
  return {
    record: newRecordId(today),
    operation: newOperationId(today),
    base: 0,
    shown: {},
    blank,
    facts: { ...(facts ?? defaults), ...at },
  }
}

export function openedFrom({ view, base }: Opened, today: Day): OpenedVisit {
  const facts = view.facts as VisitFacts
  return {
    record: view.id,
    operation: newOperationId(today),
    base,
    shown: facts,
    blank: facts,
    facts,
  }
}

/** The form as it was left: same record, same operation, same base. */
export function openedFromDraft(draft: Draft, at: HalfDayAt, today: Day): OpenedVisit {
  const facts = draft.facts as VisitFacts
  const shown = draft.shown as VisitFacts | undefined
  return {
    record: draft.record,
    operation: draft.operation ?? newOperationId(today),
    base: draft.base ?? 0,
    shown: shown ?? {},
    blank: shown ?? { ...at, ...defaults },
    facts,
  }
}

/** The same answers in a new form: without what belongs to one saved visit alone. */
export function answersOf(facts: VisitFacts): VisitFacts {
  return Object.fromEntries(Object.entries(facts).filter(([field]) => !onlyOf.has(field))) as VisitFacts
}
const onlyOf = new Set(['rank', 'eventId', 'day', 'halfDay', 'programmeId'])

/** What the visit of another person starts from. A mandate is never copied. */
export function copyOf(facts: VisitFacts): VisitFacts {
  const answers = Object.entries(answersOf(facts)).filter(([field]) => !field.startsWith('mandate.'))
  const copy = Object.fromEntries(answers) as VisitFacts
  return copy.posture === 'inTheirPlace' ? { ...copy, posture: defaults.posture } : copy
}
