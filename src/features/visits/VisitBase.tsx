import { ChoiceOne } from '#ui/Choice.tsx'
import { later } from '#ui/later.tsx'
import { ageTiles, tileOf } from './ageBand.ts'
import { CodeChips } from './CodeChips.tsx'
import { outcomeIcons } from './icons.ts'
import { OutcomeFields } from './OutcomeFields.tsx'
import { outcomeKeys } from './outcomeKeys.ts'
import { ProcedurePicker } from './ProcedurePicker.tsx'
import { useChips } from './useChips.ts'
import type { VisitForm } from './useVisitForm.ts'
import { useVisitWords } from './useVisitWords.ts'
import styles from './visitForm.module.css'
import { mayActForSomebody, type VisitQuestions } from './visitQuestions.ts'

const MandateFields = later(async () => (await import('./MandateFields.tsx')).MandateFields)

interface VisitBaseProps {
  readonly form: VisitForm
  readonly formId: string
  readonly questions: VisitQuestions
}

/** The questions of every visit, all on one screen. */
export function VisitBase({ form, formId, questions }: VisitBaseProps) {
  const { t } = useVisitWords()
  const mayAct = mayActForSomebody(questions.role)
  const shared = { form, formId, day: questions.day }
  return (
    <div className={styles.base}>
      <CodeChips {...shared} field="arrival" list="arrivals" label={t('arrival.label')} />
      <ProcedurePicker form={form} formId={formId} questions={questions} />
      <CodeChips
        {...shared}
        field="outcome"
        list="outcomes"
        label={t('outcome.label')}
        icons={outcomeIcons}
        keys={outcomeKeys({ t })}
      />
      <OutcomeFields {...shared} />
      <CodeChips
        {...shared}
        field="posture"
        list="postures"
        label={t('posture.label')}
        except={mayAct ? undefined : 'inTheirPlace'}
      />
      {mayAct && form.facts.posture === 'inTheirPlace' && (
        <MandateFields form={form} formId={formId} questions={questions} />
      )}
      {questions.asks('ageBand') && <AgeTiles form={form} />}
    </div>
  )
}

function AgeTiles({ form }: { readonly form: VisitForm }) {
  const { t } = useVisitWords()
  const { chips } = useChips()
  const { ageBand } = form.facts
  return (
    <ChoiceOne
      label={t('age.label')}
      options={chips('ageBands', ageTiles)}
      value={ageBand === undefined ? null : tileOf(ageBand)}
      onChange={(value) => form.choose({ type: 'set', field: 'ageBand', value })}
    />
  )
}
