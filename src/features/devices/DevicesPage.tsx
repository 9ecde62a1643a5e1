import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#i18n/format.ts'
import type { AppDb } from '#storage/db.ts'
import { useLive } from '#storage/react.tsx'
import { devices, places, thisDevice } from '#storage/settings.ts'
import type { DeviceKey } from '#storage/vault/deviceKey.ts'
import { Button } from '#ui/Button.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Plus } from '#ui/icons.ts'
import { Row } from '#ui/Layout.tsx'
import { Page } from '#ui/Page.tsx'
import { Tag } from '#ui/Tag.tsx'
import { AddDevice } from './AddDevice.tsx'
import { SettingsLinks } from './SettingsLinks.tsx'

async function read(db: AppDb) {
  const [own, all, sites] = await Promise.all([thisDevice(db), devices(db), places(db)])
  return { own, all, sites }
}

/** E-19 « Appareils »: which browsers have the records, and how another one gets them. */
export function DevicesPage({ deviceKey }: { readonly deviceKey: DeviceKey }) {
  const { t } = useTranslation(['devices', 'common'])
  const format = useFormat()
  const live = useLive(read, [])
  const [isAdding, setAdding] = useState(false)
  const title = t('page.title')
  if (live.state === 'loading') return null
  const { own, all, sites } = live.value
  const placeName = (id: string | undefined) =>
    sites.find((place) => place.id === id)?.facts.name ?? t('list.anyPlace')
  return (
    <Page
      heading={title}
      lead={t('page.lead')}
      documentTitle={t('common:title.page', { page: title })}
      actions={
        !isAdding && (
          <Button look="primary" icon={Plus} onClick={() => setAdding(true)}>
            {t('add.action')}
          </Button>
        )
      }
    >
      <SettingsLinks />
      {isAdding && (
        <AddDevice
          deviceKey={deviceKey}
          places={sites.map(({ id, facts }) => ({ value: id, label: facts.name ?? '' }))}
          onClose={() => setAdding(false)}
        />
      )}
      <DataTable
        caption={t('list.caption')}
        rows={all}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'label',
            heading: t('list.label'),
            cell: ({ id, facts }) => (
              <Row>
                <bdi>{facts.label}</bdi>
                {id === own?.deviceId && <Tag>{t('list.this')}</Tag>}
              </Row>
            ),
          },
          {
            id: 'place',
            heading: t('list.place'),
            cell: ({ facts }) => <bdi>{placeName(facts.placeId)}</bdi>,
          },
          {
            id: 'since',
            heading: t('list.since'),
            cell: ({ facts }) => (facts.enrolledOn === undefined ? '–' : format.shortDay(facts.enrolledOn)),
          },
          {
            id: 'state',
            heading: t('list.state'),
            cell: ({ facts }) => t(`list.${facts.state ?? 'active'}`),
          },
        ]}
      />
    </Page>
  )
}
