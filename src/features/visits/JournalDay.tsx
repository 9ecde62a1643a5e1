import { useEffect, useId, useState } from 'react'
import { type Day, halfDays } from '#domain/day.ts'
import { useLive } from '#storage/react.tsx'
import { usePresence } from '#sync/presence.tsx'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { CircleHelp } from '#ui/icons.ts'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { ClockDialog } from './ClockDialog.tsx'
import { DayNavigation } from './DayNavigation.tsx'
import { DayPrint } from './DayPrint.tsx'
import { DraftNotice } from './DraftNotice.tsx'
import { HalfDayList } from './HalfDayList.tsx'
import styles from './journal.module.css'
import type { AddressedDay } from './journalDay.ts'
import { type JournalSettings, journalOfDay, type ListedVisit } from './journalQueries.ts'
import { copyOf } from './openedVisit.ts'
import { controlId } from './problems.ts'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { shortcutRunner } from './shortcutRunner.ts'
import { TimerControl } from './TimerControl.tsx'
import { TurnedAwayCounter } from './TurnedAwayCounter.tsx'
import { useJournalKeys } from './useJournalKeys.ts'
import { useLead } from './useLead.ts'
import { useNewVisit } from './useNewVisit.ts'
import { useVisitWords } from './useVisitWords.ts'
import { VisitForm } from './VisitForm.tsx'

interface JournalDayProps {
  readonly day: Day
  readonly notice: AddressedDay['notice']
  readonly refused: Day | undefined
  readonly settings: JournalSettings
  readonly onDirty: (isDirty: boolean) => void
}

/** One day of the journal: the visit being typed, and the half-day it belongs to. */
export function JournalDay({ day, notice, refused, settings, onDirty }: JournalDayProps) {
  const words = useVisitWords()
  const { t, format, label } = words
  const { placeId } = usePresence()
  const formId = useId()
  const journal = useLive((db) => journalOfDay(db, placeId, day), [placeId, day])
  const [detailsOpen, setDetailsOpen] = useState(false)
  const [keysShown, setKeysShown] = useState(false)
  const toStart = () => focusStart(controlId(formId, 'arrival'))
  const visit = useNewVisit({ day, settings, onBlank: toStart })
  const { form, halfDay, show, saving } = visit
  const { isDirty } = form
  useEffect(() => onDirty(isDirty), [onDirty, isDirty])
  useJournalKeys(
    shortcutRunner(visit, words, {
      toStart,
      showKeys: () => setKeysShown(true),
      closeDetails: () => setDetailsOpen(false),
    }),
  )

  const title = t('page.title', { day: format.day(day) })
  const tab = t('common:title.pageAtPlace', { page: title, place: settings.place.name ?? '' })
  const { elsewhere } = visit
  const remark =
    elsewhere === null
      ? t('form.anonymous')
      : t('form.elsewhere', { day: format.day(elsewhere.day), halfDay: label('halfDays', elsewhere.halfDay) })
  const duplicate = ({ facts }: ListedVisit) => {
    visit.begin(copyOf(facts))
    toStart()
    announce(t('form.copied', { rank: facts.rank ?? 0 }))
  }
  return (
    <Page
      heading={title}
      documentTitle={form.problems.length > 0 ? t('common:title.error', { title: tab }) : tab}
      lead={useLead(settings, day, halfDay)}
      actions={<TimerControl timer={visit.timer} />}
    >
      <div className={styles.page} data-journal>
        <div className={styles.grid}>
          {notice && (
            <Notice tone="info" title={t('page.noticeTitle')}>
              {t(`page.${notice}`, { day: refused === undefined ? '' : format.dayAndYear(refused) })}
            </Notice>
          )}
          <DayNavigation day={day} halfDay={halfDay} onHalfDay={show} />
          <div className={styles.typing}>
            <DraftNotice current={form.opened.record} onResume={visit.resume} />
            <VisitForm
              form={form}
              formId={formId}
              questions={visit.questions}
              heading={t('form.title')}
              remark={remark}
              saveLabel={t('form.save')}
              onSave={saving.save}
              onClear={visit.clear}
              detailsOpen={detailsOpen}
              onDetails={setDetailsOpen}
            />
          </div>
          <div className={styles.aside}>
            {journal.state === 'ready' && (
              <>
                <TurnedAwayCounter day={day} halfDay={halfDay} count={journal.value.turnedAway(halfDay)} />
                <HalfDayList
                  day={day}
                  halfDay={halfDay}
                  visits={journal.value.visits}
                  onDuplicate={duplicate}
                />
              </>
            )}
            <Button look="quiet" icon={CircleHelp} aria-keyshortcuts="?" onClick={() => setKeysShown(true)}>
              {t('shortcuts.action')}
            </Button>
          </div>
        </div>
      </div>
      {journal.state === 'ready' && (
        <DayPrint
          day={day}
          place={settings.place.name ?? ''}
          visits={journal.value.visits}
          turnedAway={halfDays.reduce((sum, half) => sum + journal.value.turnedAway(half), 0)}
        />
      )}
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
