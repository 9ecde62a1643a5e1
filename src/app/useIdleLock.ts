import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { announce, silence } from '#ui/announce.ts'
import { idleness, type Moment } from './idle.ts'
import { useTeamSpace } from './teamSpace.tsx'

/** Counted as a gesture: a press, a key, a touch, a scroll; never the jitter of a mouse (KIOSK-2). */
const gestures = ['pointerdown', 'keydown', 'touchstart', 'wheel'] as const
const checkMilliseconds = 5_000
/** The other tabs hear of a gesture at most this often. */
const tellMilliseconds = 20_000

const now = (): Moment => ({ monotonic: performance.now(), wall: Date.now() })

/** Closes the team space when nobody has touched it, in any tab, for the minutes of the site (SEC-35). */
export function useIdleLock(idleMinutes: number): void {
  const { channel, lock } = useTeamSpace()
  const { t } = useTranslation('access')
  const warn = useEffectEvent((stay: () => void) => {
    announce(t('idle.soon'), { label: t('idle.stay'), onPress: stay })
  })
  useEffect(() => {
    let last = now()
    let told = Number.NEGATIVE_INFINITY
    let warned = false
    const alive = () => {
      last = now()
      if (warned) silence()
      warned = false
    }
    const gesture = () => {
      alive()
      if (last.monotonic - told < tellMilliseconds) return
      told = last.monotonic
      channel.tellAlive()
    }
    const check = () => {
      const state = idleness(last, now(), idleMinutes)
      if (state === 'over') lock()
      if (state !== 'soon' || warned) return
      warned = true
      warn(gesture)
    }
    const timer = setInterval(check, checkMilliseconds)
    const hears = channel.onAlive(alive)
    for (const name of gestures) addEventListener(name, gesture, { capture: true, passive: true })
    document.addEventListener('visibilitychange', check)
    return () => {
      clearInterval(timer)
      hears()
      for (const name of gestures) removeEventListener(name, gesture, { capture: true })
      document.removeEventListener('visibilitychange', check)
    }
  }, [channel, lock, idleMinutes])
}
