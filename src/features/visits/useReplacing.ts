import type { Day, HalfDay } from '#domain/day.ts'
import type { VisitFacts } from '#domain/kinds/visit.ts'
import { dropDraft, saveDraft } from '#storage/drafts.ts'
import { useDb } from '#storage/react.tsx'
import type { Draft } from '#storage/store.ts'
import { announce } from '#ui/announce.ts'
import {
  answersOf,
  copyOf,
  type HalfDayAt,
  newVisit,
  type OpenedVisit,
  openedFromDraft,
} from './openedVisit.ts'
import type { Stopwatch } from './stopwatch.ts'
import type { VisitTimer } from './useStopwatch.ts'
import type { TypedDraft } from './useVisitDraft.ts'
import type { VisitForm } from './useVisitForm.ts'
import { useVisitWords } from './useVisitWords.ts'
import { useWhileThere } from './useWhileThere.ts'

export interface DayAndHalf {
  readonly day: Day
  readonly halfDay: HalfDay
}

export interface Replacing {
  /** A blank form: what was there has just been saved. */
  readonly next: () => void
  /** A copy takes the place of this form, and is no draft before it is touched. What is typed here stays as one. */
  readonly copy: (facts: VisitFacts) => void
  /** The answers of a visit that was taken back, where it was. */
  readonly again: (facts: VisitFacts) => void
  /** @param watch the timer as it was, when that is known */
  readonly resume: (draft: Draft, watch?: Stopwatch) => void
  /** What is typed goes, with a way back. */
  readonly clear: () => Promise<void>
}

interface ReplacingOptions {
  readonly at: HalfDayAt
  readonly today: Day
  readonly timer: VisitTimer
  readonly typed: TypedDraft
  /** @param elsewhere the half-day of a draft that was begun in another one than `at` */
  readonly onOpen: (elsewhere: DayAndHalf | null) => void
}

/** The ways in which one form « Nouvelle visite » follows another. */
export function useReplacing(
  form: VisitForm,
  { at, today, timer, typed, onOpen }: ReplacingOptions,
): Replacing {
  const db = useDb()
  const { t } = useVisitWords()
  const { keep } = typed
  const open = (opened: OpenedVisit, elsewhere: DayAndHalf | null = null, watch?: Stopwatch) => {
    onOpen(elsewhere)
    timer.put(watch)
    form.open(opened)
  }
  const replace = (opened: OpenedVisit, watch?: Stopwatch) => {
    const { day = at.day, halfDay = at.halfDay } = opened.facts
    const isHere = day === at.day && halfDay === at.halfDay
    void keep().then(() => open(opened, isHere ? null : { day, halfDay }, watch))
  }
  const replacing: Omit<Replacing, 'clear'> = {
    next: () => open(newVisit(at, today)),
    copy: (facts) => {
      const opened = newVisit(at, today, copyOf(facts))
      replace({ ...opened, blank: opened.facts })
    },
    again: (facts) => {
      const { day = at.day, halfDay = at.halfDay } = facts
      replace(newVisit({ ...at, day, halfDay }, today, answersOf(facts)))
    },
    resume: (draft, watch) => replace(openedFromDraft(draft, at, today), watch),
  }
  const latest = useWhileThere(replacing)
  const clear = async () => {
    const draft = typed.draft()
    const { watch } = timer
    const bringBack = async () => {
      await saveDraft(db, draft)
      latest.current?.resume(draft, watch)
    }
    // First the form, so that nothing writes the draft again after it is dropped.
    replacing.next()
    await dropDraft(db, draft.record)
    announce(t('form.cleared'), { label: t('common:action.cancel'), onPress: () => void bringBack() })
  }
  return { ...replacing, clear }
}
