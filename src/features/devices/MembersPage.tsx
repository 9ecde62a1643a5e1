import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id } from '#domain/ids.ts'
import type { MemberFacts } from '#domain/kinds/member.ts'
import { useFormat } from '#i18n/format.ts'
import { useListLabels } from '#i18n/listLabels.ts'
import { type Opened, openRecord } from '#storage/openRecord.ts'
import { useDb, useLive } from '#storage/react.tsx'
import { newRecordId } from '#storage/save.ts'
import { members } from '#storage/settings.ts'
import type { Draft } from '#storage/store.ts'
import { usePresence } from '#sync/presence.tsx'
import { useToday } from '#sync/react.tsx'
import { Button } from '#ui/Button.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Pencil, Plus } from '#ui/icons.ts'
import { Page } from '#ui/Page.tsx'
import { MemberForm } from './MemberForm.tsx'
import { SettingsLinks } from './SettingsLinks.tsx'
import { begunForms, openedIn } from './useFormDraft.ts'

/** The member in the form; `opened` is null for somebody new. */
interface Edited {
  readonly record: Id
  readonly opened: Opened | null
  /** Begun before and not saved. */
  readonly draft: Draft | undefined
}

/** E-19 « Équipe »: who may hold a permanence, from which day to which day. */
export function MembersPage() {
  const { t } = useTranslation(['devices', 'common'])
  const { label } = useListLabels()
  const live = useLive(members, [])
  const datesOf = useDates()
  const db = useDb()
  const { memberId } = usePresence()
  const { day } = useToday()
  const [edited, setEdited] = useState<Edited | null>(null)
  // The base is the one of what the form shows (SYN-5): both are read together, when it opens.
  const edit = async (id: Id) => {
    const [begun, opened] = await Promise.all([begunForms(db, 'memberForm', memberId), openRecord(db, id)])
    const draft = begun.find(({ record }) => record === id)
    setEdited({ record: id, opened: draft === undefined ? opened : openedIn(draft, opened), draft })
  }
  const add = () => setEdited({ record: newRecordId(day), opened: null, draft: undefined })
  const resume = useEffectEvent(async () => {
    const [draft] = await begunForms(db, 'memberForm', memberId)
    if (draft !== undefined) await edit(draft.record)
  })
  useEffect(() => void resume(), [])
  if (live.state === 'loading') return null
  const title = t('team.title')
  return (
    <Page
      heading={title}
      lead={t('team.lead')}
      documentTitle={t('common:title.page', { page: title })}
      actions={
        edited === null && (
          <Button look="primary" icon={Plus} onClick={add}>
            {t('team.add')}
          </Button>
        )
      }
    >
      <SettingsLinks />
      {edited !== null && (
        <MemberForm
          key={edited.record}
          record={edited.record}
          opened={edited.opened}
          draft={edited.draft}
          team={live.value}
          onClose={() => setEdited(null)}
        />
      )}
      <DataTable
        caption={t('team.caption')}
        rows={live.value}
        rowKey={({ id }) => id}
        columns={[
          { id: 'name', heading: t('team.name'), cell: ({ facts }) => <bdi>{facts.name}</bdi> },
          {
            id: 'function',
            heading: t('team.function'),
            cell: ({ facts }) => (facts.function ? label('hostFunctions', facts.function) : '–'),
          },
          {
            id: 'role',
            heading: t('team.role'),
            cell: ({ facts }) => (facts.role ? label('memberRoles', facts.role) : '–'),
          },
          { id: 'dates', heading: t('team.dates'), cell: ({ facts }) => datesOf(facts) },
          {
            id: 'actions',
            heading: t('team.actions'),
            cell: ({ id, facts }) => (
              <Button
                icon={Pencil}
                aria-label={t('team.edit', { name: facts.name ?? '' })}
                onClick={() => void edit(id)}
              >
                {t('common:action.edit')}
              </Button>
            ),
          },
        ]}
      />
    </Page>
  )
}

function useDates(): (facts: MemberFacts) => string {
  const { t } = useTranslation(['devices', 'common'])
  const format = useFormat()
  const { day: today } = useToday()
  return ({ startsOn, endsOn }) => {
    if (endsOn !== undefined && endsOn < today) return t('team.ended')
    if (startsOn === undefined) return '–'
    if (startsOn > today) return t('team.later')
    const from = format.shortDay(startsOn)
    return endsOn === undefined
      ? t('team.from', { day: from })
      : t('team.span', { from, to: format.shortDay(endsOn) })
  }
}
