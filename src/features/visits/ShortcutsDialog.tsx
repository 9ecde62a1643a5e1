import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceMany } from '#ui/Choice.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import styles from './journal.module.css'
import { isOneKeyOn, switchOneKey } from './oneKey.ts'

const rows = [
  'new',
  'procedure',
  'search',
  'outcome',
  'save',
  'cancel',
  'journal',
  'sending',
  'lock',
  'help',
] as const

/** The keys of the journal, and the switch of those that act alone (KEY-2). */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['visits', 'common'])
  const [isOn, setOn] = useState(isOneKeyOn)
  return (
    <Dialog heading={t('shortcuts.action')} closeLabel={t('common:action.close')} onClose={onClose}>
      <DataTable
        caption={t('shortcuts.caption')}
        captionHidden
        columns={[
          {
            id: 'key',
            heading: t('shortcuts.key'),
            cell: (row) => <Key words={t(`shortcuts.keys.${row}`)} />,
          },
          { id: 'does', heading: t('shortcuts.does'), cell: (row) => t(`shortcuts.act.${row}`) },
        ]}
        rows={rows}
        rowKey={(row) => row}
      />
      <ChoiceMany
        label={t('shortcuts.setting')}
        hint={t('shortcuts.settingHint')}
        look="rows"
        options={[{ value: 'on', label: t('shortcuts.oneKey') }]}
        values={isOn ? ['on'] : []}
        onChange={(values) => {
          switchOneKey(values.length > 0)
          setOn(isOneKeyOn())
        }}
      />
    </Dialog>
  )
}

function Key({ words }: { readonly words: string }) {
  return (
    <span className={styles.keys}>
      <kbd>{words}</kbd>
    </span>
  )
}
