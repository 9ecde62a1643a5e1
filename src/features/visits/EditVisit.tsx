import { type ReactNode, useId, useState } from 'react'
import type { Day } from '#domain/day.ts'
import type { VisitFacts } from '#domain/kinds/visit.ts'
import type { Draft } from '#storage/store.ts'
import { Page } from '#ui/Page.tsx'
import { ClockDialog } from './ClockDialog.tsx'
import { EditDraftNotice } from './EditDraftNotice.tsx'
import styles from './journal.module.css'
import type { JournalSettings } from './journalQueries.ts'
import { MoveFields } from './MoveFields.tsx'
import type { OpenedVisit } from './openedVisit.ts'
import { TimerControl } from './TimerControl.tsx'
import { useEditedVisit } from './useEditedVisit.ts'
import { useJournalKeys } from './useJournalKeys.ts'
import { useVisitWords } from './useVisitWords.ts'
import { VisitForm } from './VisitForm.tsx'

interface EditVisitProps {
  readonly open: (today: Day) => OpenedVisit
  /** What the visit says, for its title. */
  readonly of: VisitFacts
  readonly draft: Draft | null
  readonly settings: JournalSettings
  readonly heading: string
  readonly saveLabel: string
  /** It was deleted since, and saving brings it back. */
  readonly restores?: boolean
  readonly links: ReactNode
  /** Before the form, which shows what the visit said when it opened. */
  readonly remark: (shown: VisitFacts, formId: string) => ReactNode
}

/** A visit put right: its answers, its day, its half-day. */
export function EditVisit({
  open,
  of,
  draft,
  settings,
  restores = false,
  links,
  remark,
  ...words
}: EditVisitProps) {
  const { t, format } = useVisitWords()
  const formId = useId()
  const [detailsOpen, setDetailsOpen] = useState(true)
  const [offered, setOffered] = useState(draft)
  const edited = useEditedVisit(open, settings, restores)
  const { form, saving } = edited
  useJournalKeys((shortcut) => {
    if (shortcut.does === 'save') saving.save()
  })
  const title = t('edit.title', { rank: of.rank ?? 0, day: format.day(of.day ?? '', edited.today) })
  const tab = t('common:title.pageAtPlace', { page: title, place: settings.place.name ?? '' })
  return (
    <Page
      heading={title}
      documentTitle={form.problems.length > 0 ? t('common:title.error', { title: tab }) : tab}
      actions={<TimerControl timer={edited.timer} />}
    >
      <div className={styles.edit} data-journal>
        {links}
        {offered !== null ? (
          <EditDraftNotice
            draft={offered}
            onResume={() => {
              edited.resume(offered)
              setOffered(null)
            }}
            onDiscard={() => setOffered(null)}
            onBack={() => setOffered(draft)}
          />
        ) : (
          <>
            {remark(form.opened.shown, formId)}
            <VisitForm
              form={form}
              formId={formId}
              questions={edited.questions}
              {...words}
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
