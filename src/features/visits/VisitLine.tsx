import { Link } from 'react-router'
import type { Day } from '#domain/day.ts'
import { Button } from '#ui/Button.tsx'
import { Tag } from '#ui/Tag.tsx'
import { visitAddress } from './journalDay.ts'
import type { ListedVisit } from './journalQueries.ts'
import styles from './list.module.css'
import { useDeleteVisit } from './useDeleteVisit.ts'
import { useVisitRights } from './useVisitRights.ts'
import { useVisitWords } from './useVisitWords.ts'
import { outcomeTone, proceduresText, secondLine, visitLabel } from './visitLabel.ts'

interface VisitLineProps {
  readonly visit: ListedVisit
  readonly day: Day
  readonly onDuplicate: () => void
}

/** One visit of the list, and what can be done with it. */
export function VisitLine({ visit, day, onDuplicate }: VisitLineProps) {
  const words = useVisitWords()
  const { t, label, short } = words
  const { facts } = visit
  const number = t('list.number', { rank: facts.rank ?? 0 })
  const small = [
    ...secondLine(facts, words),
    ...(visit.isKept ? [t('list.kept')] : []),
    ...(visit.hasDraft ? [t('list.draft')] : []),
  ]
  return (
    <li className={styles.visit} aria-label={visitLabel(facts, words)}>
      <div className={styles.line}>
        <span className={styles.number}>{number}</span>
        <Actions visit={visit} number={number} day={day} onDuplicate={onDuplicate} />
      </div>
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

function Actions({ visit, number, day, onDuplicate }: VisitLineProps & { readonly number: string }) {
  const { t } = useVisitWords()
  const may = useVisitRights(visit)
  const remove = useDeleteVisit()
  return (
    <span className={styles.actions} data-print="no">
      {may('update') && (
        <Link to={visitAddress(day, visit.id)} aria-label={t('list.edit', { number })}>
          {t('common:action.edit')}
        </Link>
      )}
      <Button look="quiet" aria-label={t('list.duplicateName', { number })} onClick={onDuplicate}>
        {t('common:action.duplicate')}
      </Button>
      {may('delete') && (
        <Button
          look="quiet"
          aria-label={t('list.deleteName', { number })}
          onClick={() => void remove(visit.id, visit.facts.rank ?? 0)}
        >
          {t('common:action.delete')}
        </Button>
      )}
    </span>
  )
}
