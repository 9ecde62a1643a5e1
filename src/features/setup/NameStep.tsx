import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StepProps } from './SetupSteps.tsx'
import { StepForm } from './StepForm.tsx'
import { type SetupAnswers, textProblem } from './setupAnswers.ts'
import { TextStepField, useTextWords } from './TextStepField.tsx'

interface NameStepProps extends StepProps {
  readonly field: 'network' | 'site'
  readonly answers: SetupAnswers
  readonly onChange: (changed: Partial<SetupAnswers>) => void
  readonly isResumed: boolean
}

/** The name of the network, then the name of the team. */
export function NameStep({ field, answers, onChange, isResumed, onNext, ...step }: NameStepProps) {
  const { t } = useTranslation('setup')
  const words = useTextWords()
  const [attempt, setAttempt] = useState(0)
  const said = {
    network: { title: t('network.title'), lead: t('network.lead'), label: t('network.label') },
    site: { title: t('site.title'), lead: t('site.lead'), label: t('site.label') },
  }[field]
  const problem = attempt === 0 ? undefined : textProblem(field, answers[field])
  return (
    <StepForm
      {...step}
      heading={said.title}
      lead={said.lead}
      problems={problem ? [{ fieldId: field, message: words(field, problem) }] : []}
      attempt={attempt}
      onNext={() => (textProblem(field, answers[field]) === undefined ? onNext() : setAttempt(attempt + 1))}
    >
      {isResumed && field === 'network' && <p>{t('start.resumed')}</p>}
      <TextStepField
        id={field}
        label={said.label}
        value={answers[field]}
        problem={problem}
        onChange={(value) => onChange({ [field]: value })}
      />
    </StepForm>
  )
}
