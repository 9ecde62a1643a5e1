import { useId, useState } from 'react'
import type { Draft } from '#storage/store.ts'
import { MoreButton } from '#ui/Details.tsx'
import { NotebookPen } from '#ui/icons.ts'
import { Notice } from '#ui/Notice.tsx'
import { DraftList } from './DraftList.tsx'
import { useVisitWords } from './useVisitWords.ts'

/** Shown at once: more would push the form off the screen. */
const shownAtOnce = 3

interface BegunVisitsProps {
  readonly drafts: readonly Draft[]
  readonly onResume: (draft: Draft) => void
}

/** The first drafts, and the others when asked for. */
export function BegunVisits({ drafts, onResume }: BegunVisitsProps) {
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
