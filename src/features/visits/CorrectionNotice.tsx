import { useTranslation } from 'react-i18next'
import { useReasonWords } from '#i18n/reasonWords.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import type { Way } from './correction.ts'
import { GiveUpButton } from './GiveUpButton.tsx'
import type { HeldVisit } from './heldVisit.ts'
import { controlId } from './problems.ts'

interface CorrectionNoticeProps {
  readonly held: HeldVisit
  readonly way: Way
  readonly formId: string
}

/** Why the change was not applied, and what saving this form will do about it. */
export function CorrectionNotice({ held, way, formId }: CorrectionNoticeProps) {
  const { t } = useTranslation('correction')
  const reasonWord = useReasonWords()
  const toDay = () => document.getElementById(controlId(formId, 'day'))?.focus()
  const count = held.closes.length
  return (
    <Notice
      tone="warn"
      title={t('visit.title')}
      actions={
        <>
          {held.reason === 'dayAhead' && <Button onClick={toDay}>{t('visit.toDay')}</Button>}
          <GiveUpButton held={held} />
        </>
      }
    >
      <p>{reasonWord(held.reason)}</p>
      <p>{t(`visit.way.${way}`)}</p>
      {count > 1 && <p>{t('visit.together', { count })}</p>}
    </Notice>
  )
}
