import { useCallback, useEffect, useRef, useState } from 'react'
import type { Id } from '#domain/ids.ts'
import { draftsOfKind, saveDraft } from '#storage/drafts.ts'
import { useDb } from '#storage/react.tsx'
import { newOperationId, newRecordId } from '#storage/save.ts'
import { useToday } from '#sync/react.tsx'
import { answersToFacts, factsToAnswers, noAnswers, type SetupAnswers } from './setupAnswers.ts'

const kind = 'setup'

export interface Answering {
  readonly answers: SetupAnswers
  readonly change: (changed: Partial<SetupAnswers>) => void
  /** The draft that the settings replace once saved, and the id of the operation that proves it. */
  readonly draft: { readonly record: Id; readonly operation: Id }
  /** Something typed before this page was loaded came back. */
  readonly isResumed: boolean
}

/** What set-up asked so far, kept as it is typed: a reload or a dead battery loses nothing. `null` while it is read. */
export function useSetupAnswers(): Answering | null {
  const db = useDb()
  const { day } = useToday()
  const ids = useRef<Answering['draft'] | null>(null)
  const [state, setState] = useState<{ readonly answers: SetupAnswers; readonly isResumed: boolean } | null>(
    null,
  )
  useEffect(() => {
    void draftsOfKind(db, kind).then(
      ([found]) => {
        if (found?.operation !== undefined) ids.current = { record: found.record, operation: found.operation }
        setState({
          answers: found === undefined ? noAnswers : factsToAnswers(found.facts),
          isResumed: found !== undefined,
        })
      },
      () => setState({ answers: noAnswers, isResumed: false }),
    )
  }, [db])
  const change = useCallback((changed: Partial<SetupAnswers>) => {
    setState((before) => before && { ...before, answers: { ...before.answers, ...changed } })
  }, [])
  ids.current ??= { record: newRecordId(day), operation: newOperationId(day) }
  const draft = ids.current
  const answers = state?.answers
  useEffect(() => {
    if (answers === undefined || answers === noAnswers) return
    const facts = answersToFacts(answers)
    const timer = setTimeout(() => void saveDraft(db, { ...draft, kind, facts, by: draft.record, day }), 200)
    return () => clearTimeout(timer)
  }, [db, answers, draft, day])
  return state && { ...state, change, draft }
}
