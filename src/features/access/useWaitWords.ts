import { useTranslation } from 'react-i18next'
import { useFormat } from '#i18n/format.ts'

interface WaitWords {
  /** « Encore 2 min 05 s. Rien n'est effacé… » */
  readonly shown: string
  /** For a message that stays: until when, and no length of time, since the one of the page moves. */
  readonly said: string
}

/** @param seconds left, 1 or more */
export function useWaitWords(seconds: number): WaitWords {
  const { t } = useTranslation('access')
  const format = useFormat()
  const minutes = Math.floor(seconds / 60)
  const rest = String(seconds % 60)
  const time =
    minutes === 0
      ? t('wait.seconds', { seconds: rest })
      : t('wait.minutes', { minutes: String(minutes), seconds: rest.padStart(2, '0') })
  const end = new Date(Date.now() + seconds * 1000)
  const clock = format.clock(`${end.getHours()}:${end.getMinutes()}`)
  return { shown: t('wait.text', { time, clock }), said: t('wait.said', { clock }) }
}
