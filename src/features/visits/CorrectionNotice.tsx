import { useTranslation } from 'react-i18next'
import { useReasonWords } from '#i18n/reasonWords.ts'
import { Notice } from '#ui/Notice.tsx'
import type { Way } from './correction.ts'
import { GiveUpButton } from './GiveUpButton.tsx'
import type { HeldVisit } from './heldVisit.ts'

/** Why the change was not applied, and what saving this form will do about it. */
export function CorrectionNotice({ held, way }: { readonly held: HeldVisit; readonly way: Way }) {
  const { t } = useTranslation('correction')
  const reasonWord = useReasonWords()
  const count = held.closes.length
  return (
    <Notice tone="warn" title={t('visit.title')} actions={<GiveUpButton held={held} />}>
      <p>{reasonWord(held.reason)}</p>
      <p>{t(`visit.way.${way}`)}</p>
      {count > 1 && <p>{t('visit.together', { count })}</p>}
    </Notice>
  )
}
