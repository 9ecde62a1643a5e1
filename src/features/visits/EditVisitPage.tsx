import { useState } from 'react'
import { Navigate, useParams, useSearchParams } from 'react-router'
import * as v from 'valibot'
import { Id } from '#domain/ids.ts'
import type { VisitFacts } from '#domain/kinds/visit.ts'
import type { AppDb } from '#storage/db.ts'
import { draftOf } from '#storage/drafts.ts'
import { type Opened, openRecord } from '#storage/openRecord.ts'
import { useLive } from '#storage/react.tsx'
import type { Draft } from '#storage/store.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Page } from '#ui/Page.tsx'
import { ChangedNotice } from './ChangedNotice.tsx'
import { CorrectVisit } from './CorrectVisit.tsx'
import { EditLinks } from './EditLinks.tsx'
import { EditVisit } from './EditVisit.tsx'
import { heldVisit } from './heldVisit.ts'
import { correctedParameter, correctionAddress, journalAddress } from './journalDay.ts'
import type { JournalSettings } from './journalQueries.ts'
import { openedFrom } from './openedVisit.ts'
import { useJournalSettings } from './useJournalSettings.ts'
import { useLast } from './useLast.ts'
import { useVisitRights } from './useVisitRights.ts'
import { useVisitWords } from './useVisitWords.ts'

interface VisitNow {
  readonly record: Opened | null
  readonly draft: Draft | null
  /** The held change that the draft was putting right, while that still waits. */
  readonly held: Id | null
}

/** E-1, `/journal/:jour/visite/:visite`. The day of the address is only where to go back to. */
export function EditVisitPage() {
  const { visite = '' } = useParams()
  const [search] = useSearchParams()
  const settings = useJournalSettings()
  const held = search.get(correctedParameter)
  if (settings === undefined) return null
  return held === null ? (
    <VisitToEdit key={visite} id={visite} settings={settings} />
  ) : (
    <CorrectVisit key={held} held={held} settings={settings} />
  )
}

function VisitToEdit({ id, settings }: { readonly id: string; readonly settings: JournalSettings }) {
  const now = useLast(useLive((db) => visitNow(db, id), [id]))
  return now === undefined ? null : <Visit now={now} settings={settings} />
}

interface VisitProps {
  readonly now: VisitNow
  readonly settings: JournalSettings
}

/** What was found when the page opened is what is edited; what is found later is told beside it (SYN-31). */
function Visit({ now, settings }: VisitProps) {
  const { t } = useVisitWords()
  const { jour = '' } = useParams()
  const may = useVisitRights()
  const [{ record, draft, held }] = useState(now)
  if (held !== null && draft !== null)
    return <Navigate to={correctionAddress(jour, draft.record, held)} replace />
  if (record === null || record.view.deleted) return <UnknownVisit />
  const facts = record.view.facts as VisitFacts
  const view = now.record?.view ?? record.view
  const restores = view.deleted && may('restore', view) && may('update', view)
  return (
    <EditVisit
      open={(today) => openedFrom(record, today)}
      of={facts}
      draft={draft}
      settings={settings}
      heading={t('edit.heading')}
      saveLabel={t(restores ? 'edit.saveBack' : 'edit.save')}
      restores={restores}
      links={
        <EditLinks
          back={journalAddress(facts.day ?? '', facts.halfDay ?? 'am')}
          backLabel={t('edit.back')}
          view={view.deleted ? null : view}
        />
      }
      remark={(shown) => <ChangedNotice shown={shown} now={view} restores={restores} />}
    />
  )
}

async function visitNow(db: AppDb, id: string): Promise<VisitNow> {
  if (!v.is(Id, id)) return { record: null, draft: null, held: null }
  const [record, draft] = await Promise.all([openRecord(db, id), draftOf(db, id)])
  const held = draft?.corrects === undefined ? null : await heldVisit(db, draft.corrects)
  return { record: record?.view.kind === 'visit' ? record : null, draft, held: held?.held ?? null }
}

function UnknownVisit() {
  const { t } = useVisitWords()
  const title = t('edit.unknownTitle')
  return (
    <Page heading={title} documentTitle={t('common:title.page', { page: title })}>
      <p>{t('edit.unknown')}</p>
      <p>
        <LinkButton to="/journal">{t('edit.back')}</LinkButton>
      </p>
    </Page>
  )
}
