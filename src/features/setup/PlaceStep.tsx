import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { codesOn } from '#domain/lists.ts'
import { useListLabels } from '#i18n/listLabels.ts'
import { useToday } from '#sync/react.tsx'
import type { FieldProblem } from '#ui/ErrorSummary.tsx'
import { Select } from '#ui/Select.tsx'
import type { StepProps } from './SetupSteps.tsx'
import { StepForm } from './StepForm.tsx'
import { type SetupAnswers, textProblem } from './setupAnswers.ts'
import { TextStepField, useTextWords } from './TextStepField.tsx'

interface PlaceStepProps extends StepProps {
  readonly answers: SetupAnswers
  readonly onChange: (changed: Partial<SetupAnswers>) => void
}

/** The first place: its name and what kind of place it is. */
export function PlaceStep({ answers, onChange, onNext, ...step }: PlaceStepProps) {
  const { t } = useTranslation('setup')
  const { label } = useListLabels()
  const { day } = useToday()
  const words = useTextWords()
  const [attempt, setAttempt] = useState(0)
  const problem = textProblem('place', answers.place)
  const found: readonly FieldProblem[] = [
    ...(problem ? [{ fieldId: 'place', message: words('place', problem) }] : []),
    ...(answers.placeKind === '' ? [{ fieldId: 'placeKind', message: t('place.kindMissing') }] : []),
  ]
  const shown = attempt === 0 ? [] : found
  return (
    <StepForm
      {...step}
      heading={t('place.title')}
      lead={t('place.lead')}
      problems={shown}
      attempt={attempt}
      onNext={() => (found.length === 0 ? onNext() : setAttempt(attempt + 1))}
    >
      <TextStepField
        id="place"
        label={t('place.label')}
        value={answers.place}
        problem={attempt === 0 ? undefined : problem}
        onChange={(place) => onChange({ place })}
      />
      <Select
        id="placeKind"
        label={t('place.kind')}
        value={answers.placeKind}
        error={shown.find(({ fieldId }) => fieldId === 'placeKind')?.message}
        onChange={(placeKind) => onChange({ placeKind })}
        options={[
          { value: '', label: t('place.choose') },
          ...codesOn('placeKinds', day).map(({ code }) => ({
            value: code,
            label: label('placeKinds', code),
          })),
        ]}
      />
    </StepForm>
  )
}
