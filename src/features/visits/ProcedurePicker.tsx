import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { ChoiceMany } from '#ui/Choice.tsx'
import { Search } from '#ui/icons.ts'
import { later } from '#ui/later.tsx'
import { controlId } from './problems.ts'
import { useChips } from './useChips.ts'
import { useProblemOf } from './useProblemOf.ts'
import type { VisitForm } from './useVisitForm.ts'
import { useVisitWords } from './useVisitWords.ts'
import type { VisitQuestions } from './visitQuestions.ts'

const ProcedureDialog = later(async () => (await import('./ProcedureDialog.tsx')).ProcedureDialog)

interface ProcedurePickerProps {
  readonly form: VisitForm
  readonly formId: string
  readonly questions: VisitQuestions
}

/** The button that opens the search, which the key `/` presses. */
export function otherProcedureId(formId: string): string {
  return `${formId}-other`
}

/** The procedures of this place as chips with their keys; every other one behind « Autre démarche ». */
export function ProcedurePicker({ form, formId, questions }: ProcedurePickerProps) {
  const { t } = useVisitWords()
  const { chip } = useChips()
  const problemOf = useProblemOf(form)
  const [isSearching, setSearching] = useState(false)
  const chosen = form.facts.procedures ?? []
  const toggle = (code: string) => form.choose({ type: 'toggleProcedure', code })
  const options = [
    ...questions.procedures.map((code, at) => ({ ...chip('procedures', code), keyHint: String(at + 1) })),
    ...chosen.filter((code) => !questions.procedures.includes(code)).map((code) => chip('procedures', code)),
  ]
  return (
    <>
      <ChoiceMany
        id={controlId(formId, 'procedures')}
        label={t('procedures.label')}
        hint={t('procedures.hint')}
        error={problemOf('procedures')}
        options={options}
        values={chosen}
        onChange={(values) => {
          const toggled = options.find(({ value }) => values.includes(value) !== chosen.includes(value))
          if (toggled) toggle(toggled.value)
        }}
        after={
          <Button
            id={otherProcedureId(formId)}
            look="chip"
            icon={Search}
            aria-haspopup="dialog"
            aria-keyshortcuts="/"
            onClick={() => setSearching(true)}
          >
            {t('procedures.other')}
          </Button>
        }
      />
      {isSearching && (
        <ProcedureDialog
          day={questions.day}
          chosen={chosen}
          onToggle={toggle}
          onClose={() => setSearching(false)}
        />
      )}
    </>
  )
}
