import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '#ui/announce.ts'

/** Says that the wait is over to who cannot see the figure: it moves in silence. */
export function useWaitOver(isWaiting: boolean): void {
  const { t } = useTranslation('access')
  const wasWaiting = useRef(false)
  const say = useEffectEvent(() => announce(t('wait.over')))
  useEffect(() => {
    if (wasWaiting.current && !isWaiting) say()
    wasWaiting.current = isWaiting
  }, [isWaiting])
}
