import { useState } from 'react'
import { useParams } from 'react-router'
import * as v from 'valibot'
import { Id } from '#domain/ids.ts'
import type { AppDb } from '#storage/db.ts'
import { draftOf } from '#storage/drafts.ts'
import { type Opened, openRecord } from '#storage/openRecord.ts'
import { useLive } from '#storage/react.tsx'
import type { Draft } from '#storage/store.ts'
import { usePresence } from '#sync/presence.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Page } from '#ui/Page.tsx'
import { EditVisit } from './EditVisit.tsx'
import { type JournalSettings, journalSettings } from './journalQueries.ts'
import { useLast } from './useLast.ts'
import { useVisitWords } from './useVisitWords.ts'

interface VisitNow {
  readonly record: Opened | null
  readonly draft: Draft | null
}

/** E-1, `/journal/:jour/visite/:visite`. The day of the address is only where to go back to. */
export function EditVisitPage() {
  const { visite = '' } = useParams()
  const { placeId, memberId } = usePresence()
  const settings = useLast(useLive((db) => journalSettings(db, placeId, memberId), [placeId, memberId]))
  const live = useLive((db) => visitNow(db, visite), [visite])
  if (settings === undefined || live.state === 'loading') return null
  return <Visit key={visite} now={live.value} settings={settings} />
}

interface VisitProps {
  readonly now: VisitNow
  readonly settings: JournalSettings
}

/** What was found when the page opened is what is edited; what is found later is told beside it (SYN-31). */
function Visit({ now, settings }: VisitProps) {
  const [first] = useState(now)
  if (first.record === null || first.record.view.deleted) return <UnknownVisit />
  return (
    <EditVisit
      opened={first.record}
      draft={first.draft}
      now={now.record?.view ?? first.record.view}
      settings={settings}
    />
  )
}

async function visitNow(db: AppDb, id: string): Promise<VisitNow> {
  if (!v.is(Id, id)) return { record: null, draft: null }
  const [record, draft] = await Promise.all([openRecord(db, id), draftOf(db, id)])
  return { record: record?.view.kind === 'visit' ? record : null, draft }
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
