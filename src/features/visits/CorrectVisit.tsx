import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitFacts } from '#domain/kinds/visit.ts'
import { useLive } from '#storage/react.tsx'
import { usePresence } from '#sync/presence.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Page } from '#ui/Page.tsx'
import { ChangedNotice } from './ChangedNotice.tsx'
import { CorrectionNotice } from './CorrectionNotice.tsx'
import { correctionOf, openedFromHeld, type Way, wantedFacts } from './correction.ts'
import { EditLinks } from './EditLinks.tsx'
import { EditVisit } from './EditVisit.tsx'
import { type HeldVisit, heldVisit } from './heldVisit.ts'
import type { JournalSettings } from './journalQueries.ts'
import { StuckVisit } from './StuckVisit.tsx'
import { useLast } from './useLast.ts'
import { useVisitRights } from './useVisitRights.ts'

interface CorrectVisitProps {
  /** The held record of the address. */
  readonly held: string
  readonly settings: JournalSettings
}

/** « Corriger » of E-18: a change of a visit that the server holds, put right by a new one or given up (SYN-29). */
export function CorrectVisit({ held, settings }: CorrectVisitProps) {
  const now = useLast(useLive((db) => heldVisit(db, held), [held]))
  return now === undefined ? null : <HeldChange now={now} settings={settings} />
}

interface HeldChangeProps {
  readonly now: HeldVisit | null
  readonly settings: JournalSettings
}

/** What was found when the page opened is what is corrected, even if somebody settles it meanwhile. */
function HeldChange({ now, settings }: HeldChangeProps) {
  const [first] = useState(now)
  const { memberId } = usePresence()
  const may = useVisitRights()
  if (first === null) return <NothingToCorrect />
  const correction = correctionOf(first, memberId, may)
  return correction.type === 'obstacle' ? (
    <StuckVisit held={first} obstacle={correction.obstacle} />
  ) : (
    <Form held={first} way={correction.way} now={now} settings={settings} />
  )
}

interface FormProps extends HeldChangeProps {
  readonly held: HeldVisit
  readonly way: Way
}

function Form({ held, way, now, settings }: FormProps) {
  const { t } = useTranslation('correction')
  const view = (now ?? held).now?.view
  const remark = (shown: VisitFacts, formId: string) => (
    <>
      <CorrectionNotice held={held} way={way} formId={formId} />
      {view !== undefined && <ChangedNotice shown={shown} now={{ ...view, deleted: false }} />}
    </>
  )
  return (
    <EditVisit
      open={(today) => openedFromHeld(held, way, today)}
      of={wantedFacts(held)}
      draft={held.draft}
      settings={settings}
      heading={t('visit.heading')}
      saveLabel={t('visit.save')}
      links={
        <EditLinks
          back="/envoi"
          backLabel={t('visit.back')}
          view={view === undefined || view.deleted ? null : view}
          closes={held.closes}
        />
      }
      remark={remark}
    />
  )
}

function NothingToCorrect() {
  const { t } = useTranslation(['correction', 'common'])
  const title = t('visit.noneTitle')
  return (
    <Page heading={title} documentTitle={t('common:title.page', { page: title })}>
      <p>{t('visit.none')}</p>
      <p>
        <LinkButton to="/envoi">{t('visit.back')}</LinkButton>
      </p>
    </Page>
  )
}
