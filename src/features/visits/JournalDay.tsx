import { useEffect, useId, useState } from 'react'
import type { Day } from '#domain/day.ts'
import { useToday } from '#sync/react.tsx'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { CircleHelp } from '#ui/icons.ts'
import { later } from '#ui/later.tsx'
import { Page } from '#ui/Page.tsx'
import { AddressNotice } from './AddressNotice.tsx'
import { DayNavigation } from './DayNavigation.tsx'
import { HalfDayColumn } from './HalfDayColumn.tsx'
import styles from './journal.module.css'
import type { AddressedDay } from './journalDay.ts'
import type { JournalSettings, ListedVisit } from './journalQueries.ts'
import { NewVisitForm } from './NewVisitForm.tsx'
import { otherProcedureId } from './ProcedurePicker.tsx'
import { controlId } from './problems.ts'
import { shortcutRunner } from './shortcutRunner.ts'
import { TimerControl } from './TimerControl.tsx'
import { useJournalKeys } from './useJournalKeys.ts'
import { useLead } from './useLead.ts'
import { useNewVisit } from './useNewVisit.ts'
import { useStable } from './useStable.ts'
import { useVisitWords } from './useVisitWords.ts'

const ClockDialog = later(async () => (await import('./ClockDialog.tsx')).ClockDialog)
const ShortcutsDialog = later(async () => (await import('./ShortcutsDialog.tsx')).ShortcutsDialog)

interface JournalDayProps {
  readonly address: AddressedDay
  readonly day: Day
  readonly settings: JournalSettings
  readonly onDirty: (isDirty: boolean) => void
}

/** One day of the journal: the visit being typed, and the half-day it belongs to. */
export function JournalDay({ address, day, settings, onDirty }: JournalDayProps) {
  const words = useVisitWords()
  const { t, format } = words
  const formId = useId()
  const [detailsOpen, setDetailsOpen] = useState(false)
  const [keysShown, setKeysShown] = useState(false)
  const toStart = () => focusStart(controlId(formId, 'arrival'))
  const visit = useNewVisit({ day, settings, onBlank: toStart })
  const { form, halfDay, saving } = visit
  const { isDirty } = form
  useEffect(() => onDirty(isDirty), [onDirty, isDirty])
  useJournalKeys(
    shortcutRunner(visit, words, {
      toStart,
      search: () => document.getElementById(otherProcedureId(formId))?.click(),
      showKeys: () => setKeysShown(true),
      closeDetails: () => setDetailsOpen(false),
    }),
  )
  const duplicate = useStable(({ facts }: ListedVisit) => {
    visit.replacing.copy(facts)
    toStart()
    const key = facts.posture === 'inTheirPlace' ? 'form.copiedTogether' : 'form.copied'
    announce(t(key, { rank: facts.rank ?? 0 }))
  })
  const placeName = settings.place.name ?? ''
  const title = t('page.title', { day: format.day(day, useToday().day) })
  const tab = t('common:title.pageAtPlace', { page: title, place: placeName })
  return (
    <Page
      heading={title}
      documentTitle={form.problems.length > 0 ? t('common:title.error', { title: tab }) : tab}
      lead={useLead(settings, day, halfDay)}
      actions={<TimerControl timer={visit.timer} />}
    >
      <div className={styles.page} data-journal>
        <AddressNotice address={address} />
        <div className={styles.grid}>
          <DayNavigation day={day} halfDay={halfDay} onHalfDay={visit.show} />
          <NewVisitForm
            visit={visit}
            formId={formId}
            onStart={toStart}
            detailsOpen={detailsOpen}
            onDetails={setDetailsOpen}
          />
          <div className={styles.aside}>
            <HalfDayColumn day={day} halfDay={halfDay} placeName={placeName} onDuplicate={duplicate} />
            <Button look="quiet" icon={CircleHelp} aria-keyshortcuts="?" onClick={() => setKeysShown(true)}>
              {t('shortcuts.action')}
            </Button>
          </div>
        </div>
      </div>
      {saving.asksDay && (
        <ClockDialog day={saving.confirmed ?? day} onConfirm={saving.confirmDay} onClose={saving.leaveDay} />
      )}
      {keysShown && <ShortcutsDialog onClose={() => setKeysShown(false)} />}
    </Page>
  )
}

/** The first answer of the form. The page moves only when that is out of sight. */
function focusStart(id: string): void {
  const first = document.getElementById(id)
  first?.focus({ preventScroll: true })
  const { top = 0, bottom = 0 } = first?.getBoundingClientRect() ?? {}
  if (top < 0 || bottom > innerHeight) first?.closest('form')?.scrollIntoView({ block: 'start' })
}
