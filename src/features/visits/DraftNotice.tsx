import { Link } from 'react-router'
import type { Id } from '#domain/ids.ts'
import { draftsOfKind, halfDayOfDraft } from '#storage/drafts.ts'
import { useLive } from '#storage/react.tsx'
import type { Draft } from '#storage/store.ts'
import { usePresence } from '#sync/presence.tsx'
import { BegunVisits } from './BegunVisits.tsx'
import styles from './journal.module.css'
import type { DayAndHalf } from './useReplacing.ts'
import { useVisitWords } from './useVisitWords.ts'

interface DraftNoticeProps {
  /** The visit being typed is no draft found again. */
  readonly current: Id
  /** The half-day on screen: its drafts come first. */
  readonly at: DayAndHalf
  readonly onResume: (draft: Draft) => void
}

/**
 * Visits that were begun and not saved (SC-8). Of the drafts of edited or corrected visits, which wait on their own pages (SC-9),
 * the way to them; of another person's, only how many there are (SEC-37).
 */
export function DraftNotice({ current, at, onResume }: DraftNoticeProps) {
  const { t } = useVisitWords()
  const { memberId } = usePresence()
  const live = useLive((db) => draftsOfKind(db, 'visit'), [])
  if (live.state === 'loading') return null
  const mine = live.value.filter(({ by, record }) => by === memberId && record !== current)
  const begun = hereFirst(
    mine.filter(({ shown, corrects }) => shown === undefined && corrects === undefined),
    at,
  )
  const edited = mine.length - begun.length
  const others = live.value.filter(({ by }) => by !== memberId).length
  return (
    <>
      {begun.length > 0 && <BegunVisits drafts={begun} onResume={onResume} />}
      {edited > 0 && (
        <p className={styles.edited}>
          <Link to="/envoi">{t('draft.edited', { count: edited })}</Link>
        </p>
      )}
      {others > 0 && <p className={styles.others}>{t('draft.others', { count: others })}</p>}
    </>
  )
}

function hereFirst(drafts: readonly Draft[], at: DayAndHalf): readonly Draft[] {
  const isHere = (draft: Draft) => {
    const { day, halfDay } = halfDayOfDraft(draft)
    return day === at.day && halfDay === at.halfDay
  }
  return [...drafts.filter(isHere), ...drafts.filter((draft) => !isHere(draft))]
}
