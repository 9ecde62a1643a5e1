import { useTranslation } from 'react-i18next'
import { TextField as TextInput } from '#ui/TextField.tsx'
import { longest, type TextField, type TextProblem } from './setupAnswers.ts'

/** Words of what is wrong with a short text, with an example of a good one (WORD-3). */
export function useTextWords(): (field: TextField, problem: TextProblem) => string {
  const { t } = useTranslation('setup')
  const examples: Readonly<Record<TextField, string>> = {
    network: t('network.example'),
    site: t('site.example'),
    place: t('place.example'),
    name: t('you.example'),
    device: t('you.deviceExample'),
  }
  return (field, problem) => t(`text.${problem}`, { example: examples[field], max: longest[field] })
}

interface TextStepFieldProps {
  readonly id: TextField
  readonly label: string
  readonly hint?: string | undefined
  readonly value: string
  readonly problem: TextProblem | undefined
  readonly onChange: (value: string) => void
}

/** The field grows no limit of its own: a text too long is told, never cut. */
export function TextStepField({ id, label, hint, value, problem, onChange }: TextStepFieldProps) {
  const words = useTextWords()
  return (
    <TextInput
      id={id}
      label={label}
      hint={hint}
      error={problem && words(id, problem)}
      value={value}
      onChange={onChange}
    />
  )
}
