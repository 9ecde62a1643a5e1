import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Pause, Play, RotateCw, Timer } from '#ui/icons.ts'
import { face, readMilliseconds, type Stopwatch } from './stopwatch.ts'
import styles from './timer.module.css'
import type { VisitTimer } from './useStopwatch.ts'

/** The timer of the header. Its face is not announced as it changes; only this part is drawn each second. */
export function TimerControl({ timer }: { readonly timer: VisitTimer }) {
  const { t } = useTranslation(['visits', 'common'])
  const isRunning = timer.watch.since !== null
  return (
    <fieldset aria-label={t('timer.name')} className={styles.timer} data-print="no">
      <Face watch={timer.watch} label={t('timer.name')} />
      <Button look="quiet" icon={isRunning ? Pause : Play} onClick={isRunning ? timer.stop : timer.start}>
        {t(isRunning ? 'timer.stop' : 'timer.start')}
      </Button>
      {!isRunning && timer.watch.milliseconds > 0 && (
        <Button look="quiet" icon={RotateCw} aria-label={t('timer.resetName')} onClick={timer.reset}>
          {t('timer.reset')}
        </Button>
      )}
    </fieldset>
  )
}

function Face({ watch, label }: { readonly watch: Stopwatch; readonly label: string }) {
  const now = useNow(watch.since !== null)
  return (
    <span role="timer" aria-label={label} className={styles.face}>
      <Icon of={Timer} /> {face(readMilliseconds(watch, now))}
    </span>
  )
}

/** The time, again each second while it matters. */
function useNow(runs: boolean): number {
  const [, tick] = useState(0)
  useEffect(() => {
    if (!runs) return
    const timer = setInterval(() => tick((count) => count + 1), 1000)
    return () => clearInterval(timer)
  }, [runs])
  return Date.now()
}
