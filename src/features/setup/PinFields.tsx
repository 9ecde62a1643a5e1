import { useTranslation } from 'react-i18next'
import { pinProblem } from '#storage/vault/pin.ts'
import type { FieldProblem } from '#ui/ErrorSummary.tsx'
import { Stack } from '#ui/Layout.tsx'
import { TextField } from '#ui/TextField.tsx'

/** What is wrong with a code typed twice, in words. */
export function usePinProblems(): (pin: string, again: string) => readonly FieldProblem[] {
  const { t } = useTranslation('setup')
  return (pin, again) => {
    const problem = pinProblem(pin)
    if (problem === 'pinShape') {
      const message = /\D/.test(pin) ? t('pin.sign') : t('pin.shape', { count: pin.length })
      return [{ fieldId: 'pin', message }]
    }
    if (problem === 'pinTrivial') return [{ fieldId: 'pin', message: t('pin.trivial') }]
    return pin === again ? [] : [{ fieldId: 'pinAgain', message: t('pin.different') }]
  }
}

interface PinFieldsProps {
  readonly pin: string
  readonly again: string
  readonly problems: readonly FieldProblem[]
  readonly onPin: (pin: string) => void
  readonly onAgain: (again: string) => void
}

/** The code of the team, twice: what is hidden as it is typed is easy to mistype. */
export function PinFields({ pin, again, problems, onPin, onAgain }: PinFieldsProps) {
  const { t } = useTranslation('setup')
  const messageOf = (fieldId: string) => problems.find((problem) => problem.fieldId === fieldId)?.message
  return (
    <Stack>
      <TextField
        id="pin"
        type="password"
        inputMode="numeric"
        label={t('pin.label')}
        hint={t('pin.hint')}
        error={messageOf('pin')}
        value={pin}
        onChange={onPin}
      />
      <TextField
        id="pinAgain"
        type="password"
        inputMode="numeric"
        label={t('pin.again')}
        error={messageOf('pinAgain')}
        value={again}
        onChange={onAgain}
      />
    </Stack>
  )
}
