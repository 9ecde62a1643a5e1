import { Link } from 'react-router'
import type { Day } from '#domain/day.ts'
import type { Deed } from '#domain/rights.ts'
import { proceduresText } from '#i18n/visitAnswers.ts'
import { Button } from '#ui/Button.tsx'
import { Tag } from '#ui/Tag.tsx'
import { focusBeside } from './focusBeside.ts'
import { visitAddress } from './journalDay.ts'
import type { ListedVisit } from './journalQueries.ts'
import styles from './list.module.css'
import type { VisitWords } from './useVisitWords.ts'
import { outcomeTone, secondLine, visitLabel } from './visitLabel.ts'

interface VisitLineProps {
  readonly visit: ListedVisit
  readonly day: Day
  readonly words: VisitWords
  readonly may: (deed: Deed, visit: ListedVisit) => boolean
  readonly onDuplicate: (visit: ListedVisit) => void
  readonly onDelete: (visit: ListedVisit) => void
}

/** One visit of the list, and what can be done with it. */
export function VisitLine({ visit, words, ...actions }: VisitLineProps) {
  const { t, label, short } = words
  const { facts } = visit
  const small = [
    ...secondLine(facts, words),
    ...(visit.isKept ? [t('list.kept')] : []),
    ...(visit.hasDraft ? [t('list.draft')] : []),
  ]
  return (
    <li className={styles.visit} aria-label={visitLabel(facts, words)}>
      <VisitActions visit={visit} words={words} {...actions} />
      <p className={styles.main}>
        <strong>{proceduresText(facts, words)}</strong>
        {facts.ageBand !== undefined && <> · {label('ageBands', facts.ageBand)}</>}
      </p>
      <p className={styles.second}>{small.join(' · ')}</p>
      {facts.outcome !== undefined && (
        <span className={styles.outcome}>
          <Tag tone={outcomeTone(facts.outcome)}>{short('outcomes', facts.outcome)}</Tag>
        </span>
      )}
    </li>
  )
}

function VisitActions({ visit, day, words, may, onDuplicate, onDelete }: VisitLineProps) {
  const { t } = words
  const number = t('list.number', { rank: visit.facts.rank ?? 0 })
  return (
    <div className={styles.line}>
      <span className={styles.number}>{number}</span>
      <span className={styles.actions}>
        {may('update', visit) && (
          <Link to={visitAddress(day, visit.id)} aria-label={t('list.edit', { number })}>
            {t('common:action.edit')}
          </Link>
        )}
        <Button
          look="quiet"
          aria-label={t('list.duplicateName', { number })}
          onClick={() => onDuplicate(visit)}
        >
          {t('common:action.duplicate')}
        </Button>
        {may('delete', visit) && (
          <Button
            look="quiet"
            aria-label={t('list.deleteName', { number })}
            onClick={(event) => {
              focusBeside(event.currentTarget)
              onDelete(visit)
            }}
          >
            {t('common:action.delete')}
          </Button>
        )}
      </span>
    </div>
  )
}
