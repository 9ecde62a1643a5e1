import type { Id } from '#domain/ids.ts'
import type { VisitFacts } from '#domain/kinds/visit.ts'
import { draftsOfKind, dropDraft } from '#storage/drafts.ts'
import { useDb, useLive } from '#storage/react.tsx'
import type { Draft } from '#storage/store.ts'
import { usePresence } from '#sync/presence.tsx'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { NotebookPen } from '#ui/icons.ts'
import { Notice } from '#ui/Notice.tsx'
import styles from './journal.module.css'
import { useVisitWords, type VisitWords } from './useVisitWords.ts'
import { answersText } from './visitLabel.ts'

interface DraftNoticeProps {
  /** The visit being typed is no draft found again. */
  readonly current: Id
  readonly onResume: (draft: Draft) => void
}

/**
 * Visits that were begun and not saved (SC-8). Only new ones: the draft of an edited visit waits on its own page
 * (SC-9). Of another person's drafts only the number is told (SEC-37).
 */
export function DraftNotice({ current, onResume }: DraftNoticeProps) {
  const words = useVisitWords()
  const { t } = words
  const { memberId } = usePresence()
  const db = useDb()
  const live = useLive((all) => draftsOfKind(all, 'visit'), [])
  if (live.state === 'loading') return null
  const others = live.value.filter(({ by }) => by !== memberId).length
  const mine = live.value.filter(
    ({ by, record, shown }) => by === memberId && record !== current && shown === undefined,
  )
  const discard = async (draft: Draft) => {
    await dropDraft(db, draft.record)
    announce(t('draft.discarded'))
  }
  return (
    <>
      {mine.length > 0 && (
        <Notice tone="help" icon={NotebookPen} title={t('draft.title', { count: mine.length })}>
          <ul className={styles.drafts}>
            {mine.map((draft) => {
              const item = draftText(draft, words)
              return (
                <li key={draft.record} className={styles.draft}>
                  <span>{item}</span>
                  <Button aria-label={t('draft.resumeName', { item })} onClick={() => onResume(draft)}>
                    {t('common:action.resume')}
                  </Button>
                  <Button
                    look="quiet"
                    aria-label={t('draft.discardName', { item })}
                    onClick={() => void discard(draft)}
                  >
                    {t('common:action.discard')}
                  </Button>
                </li>
              )
            })}
          </ul>
        </Notice>
      )}
      {others > 0 && <p className={styles.others}>{t('draft.others', { count: others })}</p>}
    </>
  )
}

/** « Matin du mardi 24 novembre : Compte CAF, 40 à 59 ans » */
function draftText(draft: Draft, words: VisitWords): string {
  const { t, format, label } = words
  const facts = draft.facts as VisitFacts
  return t('draft.item', {
    day: format.day(facts.day ?? draft.day),
    halfDay: label('halfDays', facts.halfDay ?? 'am'),
    answers: answersText(facts, words),
  })
}
