import { useState } from 'react'
import type { Day, HalfDay } from '#domain/day.ts'
import { useToday } from '#sync/react.tsx'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Printer } from '#ui/icons.ts'
import { Tag } from '#ui/Tag.tsx'
import { halfDayName } from './DayNavigation.tsx'
import type { ListedVisit } from './journalQueries.ts'
import styles from './list.module.css'
import { type Totals, totalsOf } from './totals.ts'
import { useDeleteVisit } from './useDeleteVisit.ts'
import { useVisitRights } from './useVisitRights.ts'
import { useVisitWords, type VisitWords } from './useVisitWords.ts'
import { VisitLine } from './VisitLine.tsx'

/** More lines than a half-day has; past it, the older ones are drawn when somebody asks (FEEL-3). */
const linesAtFirst = 50

interface HalfDayListProps {
  readonly day: Day
  readonly halfDay: HalfDay
  /** Those of the whole day. */
  readonly visits: readonly ListedVisit[]
  readonly onDuplicate: (visit: ListedVisit) => void
}

/** The visits of a half-day, the last one first, with what they add up to. */
export function HalfDayList({ day, halfDay, visits, onDuplicate }: HalfDayListProps) {
  const words = useVisitWords()
  const isToday = useToday().day === day
  const here = visits.filter(({ facts }) => facts.halfDay === halfDay).toReversed()
  return (
    <Card
      heading={halfDayName(halfDay, isToday, words)}
      aside={here.length > 0 && <Tag>{totalText(totalsOf(here.map(({ facts }) => facts)), words)}</Tag>}
    >
      {here.length === 0 ? (
        <p className={styles.empty}>{words.t(`empty.${isToday ? halfDay : 'otherDay'}`)}</p>
      ) : (
        <Lines key={halfDay} day={day} visits={here} words={words} onDuplicate={onDuplicate} />
      )}
      {visits.length > 0 && <ListFoot visits={visits} words={words} />}
    </Card>
  )
}

interface LinesProps {
  readonly day: Day
  readonly visits: readonly ListedVisit[]
  readonly words: VisitWords
  readonly onDuplicate: (visit: ListedVisit) => void
}

function Lines({ day, visits, words, onDuplicate }: LinesProps) {
  const may = useVisitRights()
  const remove = useDeleteVisit()
  const [limit, setLimit] = useState(linesAtFirst)
  return (
    <>
      <ol className={styles.list} reversed>
        {visits.slice(0, limit).map((visit) => (
          <VisitLine
            key={visit.id}
            visit={visit}
            day={day}
            words={words}
            may={may}
            onDuplicate={onDuplicate}
            onDelete={({ id, facts }) => void remove(id, facts.rank ?? 0)}
          />
        ))}
      </ol>
      {visits.length > limit && (
        <Button onClick={() => setLimit(visits.length)}>
          {words.t('list.all', { count: visits.length })}
        </Button>
      )}
    </>
  )
}

function ListFoot({
  visits,
  words,
}: {
  readonly visits: readonly ListedVisit[]
  readonly words: VisitWords
}) {
  const { t } = words
  const kept = visits.filter(({ isKept }) => isKept).length
  const total = totalText(totalsOf(visits.map(({ facts }) => facts)), words)
  return (
    <div className={styles.foot}>
      <div>
        <p>{t('list.day', { total })}</p>
        <p className={styles.soft}>{kept === 0 ? t('list.allSent') : t('list.keptCount', { count: kept })}</p>
      </div>
      <Button look="quiet" icon={Printer} onClick={() => print()}>
        {t('list.print')}
      </Button>
    </div>
  )
}

/** « 9 visites · 3 h 05 », without a duration that nobody noted. */
export function totalText({ visits, minutes }: Totals, { t, format }: VisitWords): string {
  const count = t('common:unit.visits', { count: visits })
  return minutes === 0 ? count : t('list.total', { visits: count, duration: format.duration(minutes) })
}
