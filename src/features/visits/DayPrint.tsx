import { type Day, halfDays } from '#domain/day.ts'
import { isCounted } from '#domain/kinds/visit.ts'
import { proceduresText } from '#i18n/visitAnswers.ts'
import { DataTable } from '#ui/DataTable.tsx'
import { totalText } from './HalfDayList.tsx'
import styles from './journal.module.css'
import type { ListedVisit } from './journalQueries.ts'
import { totalsOf } from './totals.ts'
import { useVisitWords } from './useVisitWords.ts'

interface DayPrintProps {
  readonly day: Day
  readonly place: string
  readonly visits: readonly ListedVisit[]
  /** People who could not be received that day. */
  readonly turnedAway: number
}

/** The day on paper: place and date, one table for each half-day, what they add up to (PAPER-1). */
export function DayPrint({ day, place, visits, turnedAway }: DayPrintProps) {
  const words = useVisitWords()
  const { t, format, label } = words
  const halves = halfDays
    .map((halfDay) => ({ halfDay, lines: visits.filter(({ facts }) => facts.halfDay === halfDay) }))
    .filter(({ lines }) => lines.length > 0)
  const totalOf = (lines: readonly ListedVisit[]) =>
    totalText(totalsOf(lines.map(({ facts }) => facts)), words)
  return (
    <article className={styles.paper}>
      <h2>{t('print.title', { place, day: format.dayAndYear(day) })}</h2>
      {halves.map(({ halfDay, lines }) => (
        <DataTable<ListedVisit>
          key={halfDay}
          caption={t('print.caption', { halfDay: label('halfDays', halfDay), total: totalOf(lines) })}
          columns={[
            { id: 'rank', heading: t('print.rank'), cell: ({ facts }) => facts.rank ?? '' },
            {
              id: 'procedures',
              heading: t('procedures.label'),
              cell: ({ facts }) => proceduresText(facts, words),
            },
            {
              id: 'age',
              heading: t('print.age'),
              cell: ({ facts }) => facts.ageBand && label('ageBands', facts.ageBand),
            },
            {
              id: 'minutes',
              heading: t('details.minutes'),
              numeric: true,
              cell: ({ facts }) =>
                facts.minutes !== undefined && isCounted(facts) && format.duration(facts.minutes),
            },
            {
              id: 'outcome',
              heading: t('print.outcome'),
              cell: ({ facts }) => facts.outcome && label('outcomes', facts.outcome),
            },
          ]}
          rows={lines}
          rowKey={({ id }) => id}
        />
      ))}
      <p>
        <strong>{t('list.day', { total: totalOf(visits) })}</strong>
      </p>
      {turnedAway > 0 && <p>{t('turnedAway.count', { count: turnedAway })}</p>}
    </article>
  )
}
