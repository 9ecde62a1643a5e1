import { useTranslation } from 'react-i18next'
import { codesOn } from '#domain/lists.ts'
import { ChoiceOne } from '#ui/Choice.tsx'
import { ageTiles, tileOf } from './ageBand.ts'
import { outcomeIcons } from './icons.ts'
import { MandateFields } from './MandateFields.tsx'
import { OutcomeFields } from './OutcomeFields.tsx'
import { outcomeKeys } from './outcomeKeys.ts'
import { ProcedurePicker } from './ProcedurePicker.tsx'
import { controlId } from './problems.ts'
import { useChips } from './useChips.ts'
import type { VisitForm } from './useVisitForm.ts'
import styles from './visitForm.module.css'
import { mayActForSomebody, type VisitQuestions } from './visitQuestions.ts'

interface VisitBaseProps {
  readonly form: VisitForm
  readonly formId: string
  readonly questions: VisitQuestions
}

/** The questions of every visit, all on one screen. */
export function VisitBase({ form, formId, questions }: VisitBaseProps) {
  const { t } = useTranslation(['visits', 'common'])
  const { chips } = useChips()
  const { facts, choose, problems } = form
  const errorOf = (field: string) => {
    const problem = problems.find((found) => found.field === field)
    return problem && t(`problem.${problem.type}`)
  }
  const codes = (list: 'arrivals' | 'outcomes' | 'postures') =>
    codesOn(list, questions.day).map((item) => item.code)
  const postures = codes('postures').filter(
    (code) => code !== 'inTheirPlace' || mayActForSomebody(questions.role),
  )
  return (
    <div className={styles.base}>
      <ChoiceOne
        id={controlId(formId, 'arrival')}
        label={t('arrival.label')}
        error={errorOf('arrival')}
        options={chips('arrivals', codes('arrivals'))}
        value={facts.arrival ?? null}
        onChange={(value) => choose({ type: 'set', field: 'arrival', value })}
      />
      <ProcedurePicker
        id={controlId(formId, 'procedures')}
        error={errorOf('procedures')}
        questions={questions}
        chosen={facts.procedures ?? []}
        onToggle={(code) => choose({ type: 'toggleProcedure', code })}
      />
      <ChoiceOne
        id={controlId(formId, 'outcome')}
        label={t('outcome.label')}
        error={errorOf('outcome')}
        options={chips('outcomes', codes('outcomes'), { icons: outcomeIcons, keys: outcomeKeys({ t }) })}
        value={facts.outcome ?? null}
        onChange={(value) => choose({ type: 'set', field: 'outcome', value })}
      />
      <OutcomeFields
        form={form}
        formId={formId}
        day={questions.day}
        error={errorOf('referredTo.structure')}
      />
      <ChoiceOne
        id={controlId(formId, 'posture')}
        label={t('posture.label')}
        error={errorOf('posture')}
        options={chips('postures', postures)}
        value={facts.posture ?? null}
        onChange={(value) => choose({ type: 'set', field: 'posture', value })}
      />
      {facts.posture === 'inTheirPlace' && mayActForSomebody(questions.role) && (
        <MandateFields form={form} formId={formId} questions={questions} errorOf={errorOf} />
      )}
      {questions.asks('ageBand') && (
        <ChoiceOne
          label={t('age.label')}
          options={chips('ageBands', ageTiles)}
          value={facts.ageBand === undefined ? null : tileOf(facts.ageBand)}
          onChange={(value) => choose({ type: 'set', field: 'ageBand', value })}
        />
      )}
    </div>
  )
}
