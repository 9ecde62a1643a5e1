import { useState } from 'react'
import type { VisitFacts } from '#domain/kinds/visit.ts'
import type { OpenedVisit } from './openedVisit.ts'
import type { FormProblem, Unread } from './problems.ts'
import { afterChoice, type Choice, saysTheSame } from './visitFacts.ts'

/** The visit being typed: what its controls show and what they do. */
export interface VisitForm {
  readonly opened: OpenedVisit
  readonly facts: VisitFacts
  /** Something was typed that a reload would lose without its draft. */
  readonly isDirty: boolean
  /** Found at the last press of « Enregistrer », never before (STATE-5). */
  readonly problems: readonly FormProblem[]
  /** Number of refused presses. */
  readonly attempt: number
  readonly choose: (choice: Choice) => void
  /** What stands in a field and is no answer: said at the next press, and in no draft. */
  readonly unread: Unread
  readonly setUnread: (unread: Unread) => void
  /** Another form takes the place of this one: the next visit, a draft, a copy. */
  readonly open: (opened: OpenedVisit) => void
  readonly refuse: (problems: readonly FormProblem[]) => void
  /** It is being saved: what is pressed meanwhile belongs to nobody, so it does nothing. */
  readonly isBusy: boolean
  readonly setBusy: (isBusy: boolean) => void
}

interface FormState {
  readonly opened: OpenedVisit
  readonly facts: VisitFacts
  readonly unread: Unread
  readonly problems: readonly FormProblem[]
  readonly attempt: number
  readonly isBusy: boolean
}

/**
 * The form as a function of what was opened and what was chosen since.
 * @param at where the page is: a new visit follows it, an edited one or a draft stays where it was
 */
export function useVisitForm(first: () => OpenedVisit, at: VisitFacts = {}): VisitForm {
  const [state, setState] = useState<FormState>(() => blankState(first()))
  const { opened, unread, problems, attempt, isBusy } = state
  const facts = { ...state.facts, ...at }
  return {
    opened,
    facts,
    isDirty: !saysTheSame(facts, { ...opened.blank, ...at }),
    unread,
    problems,
    attempt,
    isBusy,
    choose: (choice) =>
      setState((now) =>
        now.isBusy
          ? now
          : {
              ...now,
              facts: afterChoice({ ...now.facts, ...at }, choice),
              unread: choice.type === 'set' ? { ...now.unread, [choice.field]: undefined } : now.unread,
            },
      ),
    setUnread: (typed) =>
      setState((now) => (now.isBusy ? now : { ...now, unread: { ...now.unread, ...typed } })),
    open: (next) => setState(blankState(next)),
    refuse: (found) => setState((now) => ({ ...now, problems: found, attempt: now.attempt + 1 })),
    setBusy: (busy) => setState((now) => ({ ...now, isBusy: busy })),
  }
}

function blankState(opened: OpenedVisit): FormState {
  return { opened, facts: opened.facts, unread: {}, problems: [], attempt: 0, isBusy: false }
}
