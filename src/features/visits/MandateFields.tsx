import { useTranslation } from 'react-i18next'
import { codesOn } from '#domain/lists.ts'
import { useListLabels } from '#i18n/listLabels.ts'
import { ChoiceMany, ChoiceOne } from '#ui/Choice.tsx'
import { Notice } from '#ui/Notice.tsx'
import { TextField } from '#ui/TextField.tsx'
import { controlId } from './problems.ts'
import { useChips } from './useChips.ts'
import { useProblemOf } from './useProblemOf.ts'
import type { VisitForm } from './useVisitForm.ts'
import styles from './visitForm.module.css'
import type { VisitQuestions } from './visitQuestions.ts'

interface MandateFieldsProps {
  readonly form: VisitForm
  readonly formId: string
  readonly questions: VisitQuestions
}

/** Acting in somebody's place: first whether the person is protected, which is kept nowhere, then the paper (VIS-5). */
export function MandateFields({ form, formId, questions }: MandateFieldsProps) {
  const problemOf = useProblemOf(form)
  const { t } = useTranslation(['visits', 'common'])
  const { isAsked, answer, onAnswer } = questions.protection
  return (
    <div className={styles.follow}>
      {isAsked && (
        <ChoiceOne
          id={controlId(formId, 'mandate.protected')}
          label={t('mandate.protected')}
          hint={t('mandate.protectedHint')}
          error={problemOf('mandate.protected')}
          options={[
            { value: 'no', label: t('mandate.no') },
            { value: 'yes', label: t('mandate.yes') },
          ]}
          value={answer}
          onChange={onAnswer}
        />
      )}
      {isAsked && answer === 'yes' && (
        <Notice tone="stop" title={t('mandate.refusedTitle')}>
          {t('mandate.refused')}
        </Notice>
      )}
      {(!isAsked || answer === 'no') && <Paper form={form} formId={formId} questions={questions} />}
    </div>
  )
}

function Paper({ form, formId, questions }: MandateFieldsProps) {
  const problemOf = useProblemOf(form)
  const { t } = useTranslation(['visits', 'common'])
  const { label } = useListLabels()
  const { chip } = useChips()
  const { facts, choose } = form
  return (
    <>
      <TextField
        id={controlId(formId, 'mandate.ref')}
        label={t('mandate.ref')}
        hint={t('mandate.refHint')}
        required={t('common:field.required')}
        error={problemOf('mandate.ref')}
        value={facts['mandate.ref'] ?? ''}
        onChange={(value) => choose({ type: 'set', field: 'mandate.ref', value: value.trim() })}
      />
      <ChoiceOne
        label={t('mandate.days')}
        options={codesOn('mandateDurations', questions.day).map(({ code }) => ({
          value: code,
          label: label('mandateDurations', code),
        }))}
        value={facts['mandate.days'] ?? null}
        onChange={(value) => choose({ type: 'set', field: 'mandate.days', value })}
      />
      {facts.procedures !== undefined && (
        <ChoiceMany
          label={t('mandate.procedures')}
          options={facts.procedures.map((code) => chip('procedures', code))}
          values={facts['mandate.procedures'] ?? []}
          onChange={(codes) => choose({ type: 'choose', field: 'mandate.procedures', codes })}
        />
      )}
    </>
  )
}
