import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ShieldCheck } from '#ui/icons.ts'
import { Notice } from '#ui/Notice.tsx'
import { PinFields, usePinProblems } from './PinFields.tsx'
import type { StepProps } from './SetupSteps.tsx'
import { StepForm } from './StepForm.tsx'

interface PinStepProps extends StepProps {
  readonly pin: string
  readonly onPin: (pin: string) => void
}

/** The code of the team: in memory only until the device key is wrapped under it (SEC-32). */
export function PinStep({ pin, onPin, onNext, ...step }: PinStepProps) {
  const { t } = useTranslation('setup')
  const problemsOf = usePinProblems()
  const [again, setAgain] = useState(pin)
  const [attempt, setAttempt] = useState(0)
  const found = problemsOf(pin, again)
  const shown = attempt === 0 ? [] : found
  return (
    <StepForm
      {...step}
      heading={t('pin.title')}
      lead={t('pin.lead')}
      problems={shown}
      attempt={attempt}
      onNext={() => (found.length === 0 ? onNext() : setAttempt(attempt + 1))}
    >
      <PinFields pin={pin} again={again} problems={shown} onPin={onPin} onAgain={setAgain} />
      <Notice tone="info" icon={ShieldCheck} title={t('pin.whyTitle')}>
        <p>{t('pin.why')}</p>
        <p>{t('pin.never')}</p>
        <p>{t('pin.kept')}</p>
      </Notice>
    </StepForm>
  )
}
