import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id } from '#domain/ids.ts'
import type { AppDb } from '#storage/db.ts'
import { draftsOfKind, dropDraft, saveDraft } from '#storage/drafts.ts'
import type { Opened } from '#storage/openRecord.ts'
import { useDb } from '#storage/react.tsx'
import type { Draft } from '#storage/store.ts'
import { usePresence } from '#sync/presence.tsx'
import { useToday } from '#sync/react.tsx'
import { announceError } from '#ui/announce.ts'

/** Forms of settings; they are no record kinds, so that they are not counted among the visits that were begun. */
type FormKind = 'memberForm' | 'siteForm'

const quietMilliseconds = 200

/** The forms of this kind that this person has begun. */
export async function begunForms(db: AppDb, kind: FormKind, by: Id): Promise<readonly Draft[]> {
  return (await draftsOfKind(db, kind)).filter((draft) => draft.by === by)
}

/** What was typed, over what the form would show: an older form may lack an answer. */
export function typedIn<T extends object>(draft: Draft | undefined, shown: T): T {
  const typed = draft?.facts.typed
  return typeof typed === 'string' ? { ...shown, ...(JSON.parse(typed) as Partial<T>) } : shown
}

/** The record as the form showed it when it was begun: what is saved later is what the person changed (SYN-4, SYN-5). */
export function openedIn({ shown, base }: Draft, now: Opened | null): Opened | null {
  if (now === null || shown === undefined || base === undefined) return null
  return { view: { ...now.view, facts: shown }, base }
}

/**
 * Keeps what a form of settings holds while it differs from what it showed: another page, a lock or a reload loses
 * nothing, and it is there again when the page is opened again (SC-9).
 * @param typed `null` while nothing was changed
 * @returns forgets it: it is saved, or given up
 */
export function useFormDraft(
  kind: FormKind,
  record: Id,
  typed: object | null,
  opened: Opened | null,
): () => Promise<void> {
  const { t } = useTranslation('devices')
  const db = useDb()
  const { memberId } = usePresence()
  const { day } = useToday()
  const text = JSON.stringify(typed)
  const written = useRef(text)
  const write = useEffectEvent(async () => {
    if (text === written.current) return
    written.current = text
    const shown = opened && { shown: opened.view.facts, base: opened.base }
    const draft = { record, kind, facts: { typed: text }, by: memberId, day, ...shown }
    const kept = await (typed === null ? dropDraft(db, record) : saveDraft(db, draft))
    if (!kept.ok) announceError(t(`save.${kept.error.type}`))
  })
  useEffect(() => {
    if (text === written.current) return
    const timer = setTimeout(() => void write(), quietMilliseconds)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => {
    const leave = () => void write()
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
  return async () => {
    written.current = text
    await dropDraft(db, record)
  }
}
