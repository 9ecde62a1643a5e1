import type { MouseEvent } from 'react'
import type { VisitFacts } from '#domain/kinds/visit.ts'
import { begunText } from '#i18n/visitAnswers.ts'
import { halfDayOfDraft } from '#storage/drafts.ts'
import type { Draft } from '#storage/store.ts'
import { Button } from '#ui/Button.tsx'
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
  const throwAway = useDiscardDraft()
  const discard = (event: MouseEvent<HTMLButtonElement>, draft: Draft) => {
    focusBeside(event.currentTarget)
    void throwAway(draft)
  }
  return (
    <ul id={id} className={styles.drafts}>
      {drafts.map((draft) => {
        const item = begunText(draft.facts as VisitFacts, halfDayOfDraft(draft), words)
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

/** A button that goes away takes the focus with it: the same one of the next draft has it, else of the one before. */
function focusBeside(button: HTMLElement): void {
  const item = button.closest('li')
  const beside = item?.nextElementSibling ?? item?.previousElementSibling
  beside?.querySelector<HTMLElement>('button:last-of-type')?.focus()
}
