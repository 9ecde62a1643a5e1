import { useId, useState } from 'react'
import { Link } from 'react-router'
import type { Id } from '#domain/ids.ts'
import { draftsOfKind, halfDayOfDraft } from '#storage/drafts.ts'
import { useLive } from '#storage/react.tsx'
import type { Draft } from '#storage/store.ts'
import { usePresence } from '#sync/presence.tsx'
import { MoreButton } from '#ui/Details.tsx'
import { NotebookPen } from '#ui/icons.ts'
import { Notice } from '#ui/Notice.tsx'
import { DraftList } from './DraftList.tsx'
import styles from './journal.module.css'
import type { DayAndHalf } from './useReplacing.ts'
import { useVisitWords } from './useVisitWords.ts'

/** Shown at once: more would push the form off the screen. */
const shownAtOnce = 3

interface DraftNoticeProps {
  /** The visit being typed is no draft found again. */
  readonly current: Id
  /** The half-day on screen: its drafts come first. */
  readonly at: DayAndHalf
  readonly onResume: (draft: Draft) => void
}

/**
 * Visits that were begun and not saved (SC-8). Of the drafts of edited visits, which wait on their own pages (SC-9),
 * the way to them; of another person's, only how many there are (SEC-37).
 */
export function DraftNotice({ current, at, onResume }: DraftNoticeProps) {
  const { t } = useVisitWords()
  const { memberId } = usePresence()
  const live = useLive((db) => draftsOfKind(db, 'visit'), [])
  if (live.state === 'loading') return null
  const mine = live.value.filter(({ by, record }) => by === memberId && record !== current)
  const begun = hereFirst(
    mine.filter(({ shown }) => shown === undefined),
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

interface BegunVisitsProps {
  readonly drafts: readonly Draft[]
  readonly onResume: (draft: Draft) => void
}

function BegunVisits({ drafts, onResume }: BegunVisitsProps) {
  const { t } = useVisitWords()
  const restId = useId()
  const [isUnfolded, setUnfolded] = useState(false)
  const rest = drafts.slice(shownAtOnce)
  return (
    <Notice tone="help" icon={NotebookPen} title={t('draft.title', { count: drafts.length })}>
      <DraftList drafts={drafts.slice(0, shownAtOnce)} onResume={onResume} />
      {rest.length > 0 && (
        <>
          <MoreButton
            label={t('draft.more', { count: rest.length })}
            open={isUnfolded}
            onToggle={setUnfolded}
            controls={restId}
          />
          {isUnfolded && <DraftList id={restId} drafts={rest} onResume={onResume} />}
        </>
      )}
    </Notice>
  )
}

function hereFirst(drafts: readonly Draft[], at: DayAndHalf): readonly Draft[] {
  const isHere = (draft: Draft) => {
    const { day, halfDay } = halfDayOfDraft(draft)
    return day === at.day && halfDay === at.halfDay
  }
  return [...drafts.filter(isHere), ...drafts.filter((draft) => !isHere(draft))]
}
