import { useTranslation } from 'react-i18next'
import { useFormat } from '#i18n/format.ts'

/** « Encore 2 min 05 s. Rien n'est effacé… » @param seconds left, 1 or more */
export function useWaitWords(seconds: number): string {
  const { t } = useTranslation('access')
  const format = useFormat()
  const minutes = Math.floor(seconds / 60)
  const rest = String(seconds % 60)
  const time =
    minutes === 0
      ? t('wait.seconds', { seconds: rest })
      : t('wait.minutes', { minutes: String(minutes), seconds: rest.padStart(2, '0') })
  const end = new Date(Date.now() + seconds * 1000)
  return t('wait.text', { time, clock: format.clock(`${end.getHours()}:${end.getMinutes()}`) })
}
