import { useTranslation } from 'react-i18next'
import { Clock } from '#ui/icons.ts'
import { Notice } from '#ui/Notice.tsx'
import { useWaitWords } from './useWaitWords.ts'

/** How long, until when, and that nothing is lost. The figure moves in silence (SEC-31). */
export function WaitNotice({ seconds }: { readonly seconds: number }) {
  const { t } = useTranslation('access')
  const { shown } = useWaitWords(seconds)
  return (
    <Notice tone="warn" icon={Clock} title={t('wait.title')}>
      <p role="timer" aria-live="off">
        {shown}
      </p>
      <p>{t('wait.why')}</p>
    </Notice>
  )
}
