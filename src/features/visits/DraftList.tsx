import type { MouseEvent } from 'react'
import type { VisitFacts } from '#domain/kinds/visit.ts'
import { begunText } from '#i18n/visitAnswers.ts'
import { halfDayOfDraft } from '#storage/drafts.ts'
import type { Draft } from '#storage/store.ts'
import { useToday } from '#sync/react.tsx'
import { Button } from '#ui/Button.tsx'
import { focusBeside } from './focusBeside.ts'
import styles from './journal.module.css'
import { useDiscardDraft } from './useDiscardDraft.ts'
import { useVisitWords } from './useVisitWords.ts'

interface DraftListProps {
  readonly id?: string
  readonly drafts: readonly Draft[]
  readonly onResume: (draft: Draft) => void
}

/** Visits that were begun, each taken up or thrown away. */
export function DraftList({ id, drafts, onResume }: DraftListProps) {
  const words = useVisitWords()
  const { t } = words
  const { day: today } = useToday()
  const throwAway = useDiscardDraft()
  const discard = (event: MouseEvent<HTMLButtonElement>, draft: Draft) => {
    focusBeside(event.currentTarget)
    void throwAway(draft)
  }
  return (
    <ul id={id} className={styles.drafts}>
      {drafts.map((draft) => {
        const item = begunText(draft.facts as VisitFacts, halfDayOfDraft(draft), words, today)
        return (
          <li key={draft.record} className={styles.draft}>
            <span>{item}</span>
            <Button aria-label={t('draft.resumeName', { item })} onClick={() => onResume(draft)}>
              {t('common:action.resume')}
            </Button>
            <Button
              look="quiet"
              aria-label={t('draft.discardName', { item })}
              onClick={(event) => discard(event, draft)}
            >
              {t('common:action.discard')}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
