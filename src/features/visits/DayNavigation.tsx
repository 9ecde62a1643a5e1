import { Link } from 'react-router'
import { addDays, type Day, type HalfDay, halfDays } from '#domain/day.ts'
import { useToday } from '#sync/react.tsx'
import { buttonClass } from '#ui/Button.tsx'
import { ChoiceOne } from '#ui/Choice.tsx'
import { Icon } from '#ui/Icon.tsx'
import { ArrowLeft, ArrowRight } from '#ui/icons.ts'
import styles from './journal.module.css'
import { useVisitWords, type VisitWords } from './useVisitWords.ts'

interface DayNavigationProps {
  readonly day: Day
  readonly halfDay: HalfDay
  readonly onHalfDay: (halfDay: HalfDay) => void
}

/** Which day and which half-day are on screen, and the ones beside them. */
export function DayNavigation({ day, halfDay, onHalfDay }: DayNavigationProps) {
  const words = useVisitWords()
  const { t, format } = words
  const today = useToday()
  const before = addDays(day, -1)
  const after = addDays(day, 1)
  return (
    <div className={styles.navigation} data-print="no">
      <nav aria-label={t('day.name')} className={styles.days}>
        <Link
          to={`/journal/${before}`}
          className={buttonClass({ look: 'quiet' })}
          aria-label={t('day.previousName', { day: format.day(before, today.day) })}
        >
          <Icon of={ArrowLeft} />
          <span>{t('day.previous')}</span>
        </Link>
        {day !== today.day && (
          <Link to="/journal" className={buttonClass({ look: 'quiet' })}>
            {t('day.today')}
          </Link>
        )}
        {after <= today.day && (
          <Link
            to={after === today.day ? '/journal' : `/journal/${after}`}
            className={buttonClass({ look: 'quiet' })}
            aria-label={t('day.nextName', { day: format.day(after, today.day) })}
          >
            <span>{t('day.next')}</span>
            <Icon of={ArrowRight} />
          </Link>
        )}
      </nav>
      <div className={styles.halves}>
        <ChoiceOne
          label={t('day.halfDay')}
          options={halfDays.map((value) => ({
            value,
            label: day === today.day ? t(`common:halfDay.${value}`) : words.label('halfDays', value),
          }))}
          value={halfDay}
          onChange={onHalfDay}
        />
      </div>
    </div>
  )
}

/** « Ce matin » today, « Ce matin-là » on another day. */
export function halfDayName(halfDay: HalfDay, isToday: boolean, { t }: VisitWords): string {
  return isToday ? t(`common:halfDay.${halfDay}`) : t(`day.${halfDay}`)
}
