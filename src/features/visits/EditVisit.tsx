import { useId, useState } from 'react'
import type { VisitFacts } from '#domain/kinds/visit.ts'
import type { Opened } from '#storage/openRecord.ts'
import type { Shown } from '#storage/shown.ts'
import type { Draft } from '#storage/store.ts'
import { Page } from '#ui/Page.tsx'
import { ChangedNotice } from './ChangedNotice.tsx'
import { ClockDialog } from './ClockDialog.tsx'
import { EditDraftNotice } from './EditDraftNotice.tsx'
import { EditLinks } from './EditLinks.tsx'
import styles from './journal.module.css'
import type { JournalSettings } from './journalQueries.ts'
import { MoveFields } from './MoveFields.tsx'
import { TimerControl } from './TimerControl.tsx'
import { useEditedVisit } from './useEditedVisit.ts'
import { useJournalKeys } from './useJournalKeys.ts'
import { useVisitWords } from './useVisitWords.ts'
import { VisitForm } from './VisitForm.tsx'

interface EditVisitProps {
  readonly opened: Opened
  readonly draft: Draft | null
  /** What the record says now; the form shows what it said when it opened. */
  readonly now: Shown
  readonly settings: JournalSettings
}

/** A visit put right: its answers, its day, its half-day. */
export function EditVisit({ opened, draft, now, settings }: EditVisitProps) {
  const { t, format } = useVisitWords()
  const formId = useId()
  const [detailsOpen, setDetailsOpen] = useState(true)
  const [offered, setOffered] = useState(draft)
  const edited = useEditedVisit(opened, settings)
  const { form, saving } = edited
  useJournalKeys((shortcut) => {
    if (shortcut.does === 'save') saving.save()
  })
  const { day = '', rank = 0 } = opened.view.facts as VisitFacts
  const title = t('edit.title', { rank, day: format.day(day) })
  const tab = t('common:title.pageAtPlace', { page: title, place: settings.place.name ?? '' })
  return (
    <Page
      heading={title}
      documentTitle={form.problems.length > 0 ? t('common:title.error', { title: tab }) : tab}
      actions={<TimerControl timer={edited.timer} />}
    >
      <div className={styles.edit} data-journal>
        <EditLinks view={opened.view} />
        {offered !== null ? (
          <EditDraftNotice
            draft={offered}
            onResume={() => {
              edited.resume(offered)
              setOffered(null)
            }}
            onDiscard={() => setOffered(null)}
          />
        ) : (
          <>
            <ChangedNotice shown={form.opened.shown} now={now} />
            <VisitForm
              form={form}
              formId={formId}
              questions={edited.questions}
              heading={t('edit.heading')}
              saveLabel={t('edit.save')}
              onSave={saving.save}
              detailsOpen={detailsOpen}
              onDetails={setDetailsOpen}
            >
              <MoveFields form={form} formId={formId} latest={edited.today} />
            </VisitForm>
          </>
        )}
      </div>
      {saving.asksDay && (
        <ClockDialog
          day={form.facts.day ?? edited.today}
          onConfirm={saving.confirmDay}
          onClose={saving.leaveDay}
        />
      )}
    </Page>
  )
}
