import type { Day, HalfDay } from '#domain/day.ts'
import type { VisitFacts } from '#domain/kinds/visit.ts'
import { dropDraft } from '#storage/drafts.ts'
import { useDb } from '#storage/react.tsx'
import type { Draft } from '#storage/store.ts'
import { announce } from '#ui/announce.ts'
import { answersOf, type HalfDayAt, newVisit, type OpenedVisit, openedFromDraft } from './openedVisit.ts'
import type { VisitForm } from './useVisitForm.ts'
import { useVisitWords } from './useVisitWords.ts'

export interface DayAndHalf {
  readonly day: Day
  readonly halfDay: HalfDay
}

export interface Replacing {
  /** A blank form: what was there has just been saved. */
  readonly next: () => void
  /** Another form takes the place of this one; what is typed in this one stays as a draft. */
  readonly begin: (facts?: VisitFacts) => void
  readonly resume: (draft: Draft) => void
  /** What is typed goes, with a way back. */
  readonly clear: () => Promise<void>
}

interface ReplacingOptions {
  readonly at: HalfDayAt
  readonly today: Day
  /** Keeps what is typed as a draft, now. */
  readonly keep: () => Promise<void>
  /** @param elsewhere the half-day of a draft that was begun in another one than `at` */
  readonly onOpen: (elsewhere: DayAndHalf | null) => void
}

/** The ways in which one form « Nouvelle visite » follows another. */
export function useReplacing(form: VisitForm, { at, today, keep, onOpen }: ReplacingOptions): Replacing {
  const db = useDb()
  const { t } = useVisitWords()
  const open = (opened: OpenedVisit, elsewhere: DayAndHalf | null = null) => {
    onOpen(elsewhere)
    form.open(opened)
  }
  const begin = (facts?: VisitFacts) => void keep().then(() => open(newVisit(at, today, facts)))
  return {
    next: () => open(newVisit(at, today)),
    begin,
    resume: (draft) => {
      const opened = openedFromDraft(draft, at, today)
      const { day = at.day, halfDay = at.halfDay } = opened.facts
      const isHere = day === at.day && halfDay === at.halfDay
      void keep().then(() => open(opened, isHere ? null : { day, halfDay }))
    },
    clear: async () => {
      const before = answersOf(form.facts)
      await dropDraft(db, form.opened.record)
      open(newVisit(at, today))
      announce(t('form.cleared'), { label: t('common:action.cancel'), onPress: () => begin(before) })
    },
  }
}
