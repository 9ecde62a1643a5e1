import { useEffect, useEffectEvent, useRef } from 'react'
import * as v from 'valibot'
import type { Day } from '#domain/day.ts'
import type { Id } from '#domain/ids.ts'
import type { Facts } from '#domain/kind.ts'
import { MandateRef, type VisitFacts } from '#domain/kinds/visit.ts'
import { dropDraft, saveDraft } from '#storage/drafts.ts'
import { useDb } from '#storage/react.tsx'
import type { Draft } from '#storage/store.ts'
import { announcements } from '#ui/announce.ts'
import type { OpenedVisit } from './openedVisit.ts'
import type { VisitForm } from './useVisitForm.ts'

/** After the last change; with the write itself a crash loses less than the last third of a second. */
const quietMilliseconds = 200

interface DraftAuthor {
  readonly by: Id
  readonly today: Day
}

export interface TypedDraft {
  /** What is typed, as it is kept. */
  readonly draft: () => Draft
  /** Keeps it at once, before another form takes its place. */
  readonly keep: () => Promise<void>
}

/**
 * Keeps what is typed under the id of the visit, from the first change until it is saved or emptied (SC-8, SC-9,
 * SC-10). Leaving the page, by a link or by a lock, keeps it too.
 * @param onFailure told once: from then on a crash would lose what is typed
 */
export function useVisitDraft(form: VisitForm, author: DraftAuthor, onFailure: () => void): TypedDraft {
  const db = useDb()
  const kept = useRef<Id | null>(null)
  const failed = useRef(false)
  const written = useRef('')
  const { opened, facts, isDirty } = form
  const text = JSON.stringify([opened.record, facts])

  const write = useEffectEvent(async (said: string) => {
    if (said === written.current) return
    written.current = said
    if (!isDirty) {
      if (kept.current === opened.record) await dropDraft(db, opened.record)
      kept.current = null
      return
    }
    kept.current = opened.record
    const saved = await saveDraft(db, draftOfForm(opened, facts, author))
    if (saved.ok || failed.current) return
    failed.current = true
    // A save that failed has said it already, and better.
    if (announcements.current().every(({ kind }) => kind !== 'alert')) onFailure()
  })
  const writeNow = useEffectEvent(() => void write(text))

  useEffect(() => {
    const timer = setTimeout(() => void write(text), quietMilliseconds)
    return () => clearTimeout(timer)
  }, [text])

  useEffect(() => {
    addEventListener('pagehide', writeNow)
    return () => {
      removeEventListener('pagehide', writeNow)
      writeNow()
    }
  }, [])

  const draft = () => draftOfForm(opened, facts, author)
  return {
    draft,
    keep: async () => {
      if (isDirty) await saveDraft(db, draft())
    },
  }
}

function draftOfForm(opened: OpenedVisit, facts: VisitFacts, { by, today }: DraftAuthor): Draft {
  const { record, operation, base, shown, corrects } = opened
  const isNew = Object.keys(shown).length === 0 && corrects === undefined
  return {
    record,
    kind: 'visit',
    facts: keepable(facts) as Facts,
    by,
    day: today,
    operation,
    ...(!isNew && { shown: shown as Facts, base }),
    ...(corrects && { corrects: corrects.held }),
  }
}

/** More figures than a mandate needs: the number of a person or of a card, before the last ones are typed. */
const longNumber = /(\d\D*){9}/

/** What is typed as a mandate number may be a name or a number that nobody may keep: a draft is readable (SEC-2, SEC-103). */
function keepable(facts: VisitFacts): VisitFacts {
  const { 'mandate.ref': ref = '', ...rest } = facts
  return v.is(MandateRef, ref) && !longNumber.test(ref) ? facts : rest
}
