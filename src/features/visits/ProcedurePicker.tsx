import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#ui/Button.tsx'
import { ChoiceMany } from '#ui/Choice.tsx'
import { Search } from '#ui/icons.ts'
import { ProcedureDialog } from './ProcedureDialog.tsx'
import { useChips } from './useChips.ts'
import type { VisitQuestions } from './visitQuestions.ts'

interface ProcedurePickerProps {
  readonly id: string
  readonly error: string | undefined
  readonly questions: VisitQuestions
  readonly chosen: readonly string[]
  readonly onToggle: (code: string) => void
}

/** The procedures of this place as chips with their keys; every other one behind « Autre démarche ». */
export function ProcedurePicker({ id, error, questions, chosen, onToggle }: ProcedurePickerProps) {
  const { t } = useTranslation(['visits', 'common'])
  const { chip } = useChips()
  const [isSearching, setSearching] = useState(false)
  const [found, setFound] = useState<readonly string[]>([])
  const others = [...new Set([...found, ...chosen])].filter(
    (code) => chosen.includes(code) && !questions.procedures.includes(code),
  )
  const options = [
    ...questions.procedures.map((code, at) => ({ ...chip('procedures', code), keyHint: String(at + 1) })),
    ...others.map((code) => chip('procedures', code)),
  ]
  return (
    <>
      <ChoiceMany
        id={id}
        label={t('procedures.label')}
        hint={t('procedures.hint')}
        error={error}
        options={options}
        values={chosen}
        onChange={(values) => {
          const toggled = options.find(({ value }) => values.includes(value) !== chosen.includes(value))
          if (toggled) onToggle(toggled.value)
        }}
        after={
          <Button look="chip" icon={Search} aria-haspopup="dialog" onClick={() => setSearching(true)}>
            {t('procedures.other')}
          </Button>
        }
      />
      {isSearching && (
        <ProcedureDialog
          day={questions.day}
          chosen={chosen}
          onToggle={(code) => {
            setFound((before) => [...before.filter((other) => other !== code), code])
            onToggle(code)
          }}
          onClose={() => setSearching(false)}
        />
      )}
    </>
  )
}
