import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#i18n/format.ts'
import { announce } from '#ui/announce.ts'
import { Clock } from '#ui/icons.ts'
import { Notice } from '#ui/Notice.tsx'

/** How long, until when, and that nothing is lost. The figure moves in silence: only the end is announced (SEC-31). */
export function WaitNotice({ seconds }: { readonly seconds: number }) {
  const { t } = useTranslation('access')
  const format = useFormat()
  const [end] = useState(() => new Date(Date.now() + seconds * 1000))
  const over = useEffectEvent(() => announce(t('wait.over')))
  useEffect(() => () => over(), [])
  const minutes = Math.floor(seconds / 60)
  const rest = String(seconds % 60)
  const time =
    minutes === 0
      ? t('wait.seconds', { seconds: rest })
      : t('wait.minutes', { minutes: String(minutes), seconds: rest.padStart(2, '0') })
  const clock = format.clock(`${end.getHours()}:${end.getMinutes()}`)
  return (
    <Notice tone="warn" icon={Clock} title={t('wait.title')}>
      <p role="timer" aria-live="off">
        {t('wait.text', { time, clock })}
      </p>
      <p>{t('wait.why')}</p>
    </Notice>
  )
}
