import { useToday } from '#sync/react.tsx'
import { later } from '#ui/later.tsx'
import styles from './journal.module.css'
import type { NewVisit } from './useNewVisit.ts'
import { useVisitWords } from './useVisitWords.ts'
import { VisitForm } from './VisitForm.tsx'

const DraftNotice = later(async () => (await import('./DraftNotice.tsx')).DraftNotice)

interface NewVisitFormProps {
  readonly visit: NewVisit
  readonly formId: string
  /** Another visit is in the form: focus goes to its start. */
  readonly onStart: () => void
  readonly detailsOpen: boolean
  readonly onDetails: (open: boolean) => void
}

/** « Nouvelle visite », below the visits that were begun and not saved. */
export function NewVisitForm({ visit, formId, onStart, detailsOpen, onDetails }: NewVisitFormProps) {
  const { t, format, label } = useVisitWords()
  const { form, elsewhere } = visit
  const { day: today } = useToday()
  const remark =
    elsewhere === null
      ? t('form.anonymous')
      : t('form.elsewhere', {
          day: format.day(elsewhere.day, today),
          halfDay: label('halfDays', elsewhere.halfDay),
        })
  return (
    <div className={styles.typing}>
      <DraftNotice
        current={form.opened.record}
        at={{ day: visit.questions.day, halfDay: visit.halfDay }}
        onResume={(draft) => {
          visit.replacing.resume(draft)
          onStart()
        }}
      />
      <VisitForm
        form={form}
        formId={formId}
        questions={visit.questions}
        heading={t('form.title')}
        remark={remark}
        saveLabel={t('form.save')}
        onSave={visit.saving.save}
        onClear={() => void visit.replacing.clear().then(onStart)}
        detailsOpen={detailsOpen}
        onDetails={onDetails}
      />
    </div>
  )
}
