import { type ReactNode, type Ref, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#ui/Button.tsx'
import { MoreButton } from '#ui/Details.tsx'
import { ErrorSummary } from '#ui/ErrorSummary.tsx'
import { later } from '#ui/later.tsx'
import { controlId } from './problems.ts'
import type { VisitForm as Form } from './useVisitForm.ts'
import { VisitBase } from './VisitBase.tsx'
import styles from './visitForm.module.css'
import type { VisitQuestions } from './visitQuestions.ts'

const VisitDetails = later(async () => (await import('./VisitDetails.tsx')).VisitDetails)

interface VisitFormProps {
  readonly form: Form
  readonly formId: string
  readonly questions: VisitQuestions
  readonly heading: string
  /** Beside the heading: who is asked for nothing, or where the visit will be filed. */
  readonly remark?: ReactNode
  readonly saveLabel: string
  readonly onSave: () => void
  readonly onClear?: (() => void) | undefined
  readonly detailsOpen: boolean
  readonly onDetails: (open: boolean) => void
  /** Before the questions: what changed meanwhile, where to move the visit. */
  readonly children?: ReactNode
  readonly ref?: Ref<HTMLFormElement>
}

/** « Nouvelle visite » and the form of an edited one: the same questions in the same order. */
export function VisitForm({ form, formId, questions, onSave, children, ref, ...words }: VisitFormProps) {
  const { t } = useTranslation(['visits', 'common'])
  const headingId = useId()
  const problems = form.problems.map(({ type, field }) => ({
    fieldId: controlId(formId, field),
    message: t(`problem.${type}`),
  }))
  return (
    <form
      ref={ref}
      className={styles.form}
      aria-labelledby={headingId}
      autoComplete="off"
      noValidate
      aria-busy={form.isBusy}
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      <div className={styles.head}>
        <h2 id={headingId}>{words.heading}</h2>
        {words.remark && <p className={styles.remark}>{words.remark}</p>}
      </div>
      <ErrorSummary
        heading={t('common:error.summary', { count: problems.length })}
        problems={problems}
        attempt={form.attempt}
      />
      {children}
      <VisitBase form={form} formId={formId} questions={questions} />
      <Foot form={form} formId={formId} questions={questions} {...words} />
    </form>
  )
}

type FootProps = Pick<
  VisitFormProps,
  'form' | 'formId' | 'questions' | 'saveLabel' | 'onClear' | 'detailsOpen' | 'onDetails'
>

/** « Plus de détails » comes before what it opens and before the save button, which never leaves the screen. */
function Foot({ form, formId, questions, saveLabel, onClear, detailsOpen, onDetails }: FootProps) {
  const { t } = useTranslation(['visits', 'common'])
  const bodyId = `${formId}-details`
  return (
    <div className={detailsOpen ? styles.footOpen : styles.foot}>
      <MoreButton label={t('form.more')} open={detailsOpen} onToggle={onDetails} controls={bodyId} />
      {detailsOpen && (
        <div id={bodyId} className={styles.details}>
          <VisitDetails form={form} formId={formId} questions={questions} />
        </div>
      )}
      <div className={styles.save}>
        {onClear && (form.isDirty || form.facts.procedures) && (
          <Button look="quiet" onClick={onClear}>
            {t('form.clear')}
          </Button>
        )}
        <Button type="submit" look="primary" aria-keyshortcuts="Control+Enter">
          {saveLabel}
        </Button>
      </div>
    </div>
  )
}
