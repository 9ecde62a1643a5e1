import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { codesOn } from '#domain/lists.ts'
import { useListLabels } from '#i18n/listLabels.ts'
import { useToday } from '#sync/react.tsx'
import { Select } from '#ui/Select.tsx'
import type { StepProps } from './SetupSteps.tsx'
import { StepForm } from './StepForm.tsx'
import { type SetupAnswers, textProblem } from './setupAnswers.ts'
import { TextStepField, useTextWords } from './TextStepField.tsx'

interface YouStepProps extends StepProps {
  readonly answers: SetupAnswers
  readonly onChange: (changed: Partial<SetupAnswers>) => void
}

/** The first coordinator, and a name for this device. */
export function YouStep({ answers, onChange, onNext, ...step }: YouStepProps) {
  const { t } = useTranslation('setup')
  const { label } = useListLabels()
  const { day } = useToday()
  const words = useTextWords()
  const [attempt, setAttempt] = useState(0)
  const problemOf = (field: 'name' | 'device') => textProblem(field, answers[field])
  const found = (['name', 'device'] as const).flatMap((field) => {
    const problem = problemOf(field)
    return problem ? [{ fieldId: field, message: words(field, problem) }] : []
  })
  return (
    <StepForm
      {...step}
      heading={t('you.title')}
      lead={t('you.lead')}
      problems={attempt === 0 ? [] : found}
      attempt={attempt}
      onNext={() => (found.length === 0 ? onNext() : setAttempt(attempt + 1))}
    >
      <TextStepField
        id="name"
        label={t('you.name')}
        hint={t('you.nameHint')}
        value={answers.name}
        problem={attempt === 0 ? undefined : problemOf('name')}
        onChange={(name) => onChange({ name })}
      />
      <Select
        id="function"
        label={t('you.function')}
        value={answers.function}
        onChange={(chosen) => onChange({ function: chosen })}
        options={codesOn('hostFunctions', day).map(({ code }) => ({
          value: code,
          label: label('hostFunctions', code),
        }))}
      />
      <TextStepField
        id="device"
        label={t('you.device')}
        hint={t('you.deviceHint')}
        value={answers.device}
        problem={attempt === 0 ? undefined : problemOf('device')}
        onChange={(device) => onChange({ device })}
      />
    </StepForm>
  )
}
