import { useRef } from 'react'
import type { Day, HalfDay } from '#domain/day.ts'
import { useDb } from '#storage/react.tsx'
import { usePresence } from '#sync/presence.tsx'
import { useToday } from '#sync/react.tsx'
import { announce, announceError } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { UserRoundX } from '#ui/icons.ts'
import styles from './journal.module.css'
import { countTurnedAway } from './turnedAway.ts'
import { useVisitWords } from './useVisitWords.ts'

interface TurnedAwayCounterProps {
  readonly day: Day
  readonly halfDay: HalfDay
  /** All devices together, and the visits that say so. */
  readonly count: number
  /** Of this device. */
  readonly mine: number
}

/** « Personne non reçue »: one press, one person, with a way back (G29). */
export function TurnedAwayCounter({ day, halfDay, count, mine }: TurnedAwayCounterProps) {
  const db = useDb()
  const { t } = useVisitWords()
  const { placeId, memberId, deviceId } = usePresence()
  const today = useToday()
  const press = async (step: 1 | -1) => {
    const author = { by: memberId, deviceId, today: today.day }
    const counted = await countTurnedAway(db, { placeId, day, halfDay }, author, step)
    if (!counted.ok) announceError(t(`change.${counted.error.type}`))
    else if (step === -1) announce(t('turnedAway.uncounted'))
    else
      announce(t('turnedAway.counted'), {
        label: t('common:action.cancel'),
        onPress: () => void press(-1),
        repeats: true,
      })
  }
  const counter = useRef<HTMLButtonElement>(null)
  return (
    <div className={styles.counter} data-print="no">
      <Button ref={counter} icon={UserRoundX} onClick={() => void press(1)}>
        {t('turnedAway.action')}
      </Button>
      {count > 0 && <p>{t('turnedAway.count', { count })}</p>}
      {mine > 0 && (
        <Button
          look="quiet"
          onClick={() => {
            if (mine === 1) counter.current?.focus()
            void press(-1)
          }}
        >
          {t('turnedAway.less')}
        </Button>
      )}
    </div>
  )
}
