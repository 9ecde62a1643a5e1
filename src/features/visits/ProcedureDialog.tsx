import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '#domain/day.ts'
import { useListLabels } from '#i18n/listLabels.ts'
import { ChoiceMany } from '#ui/Choice.tsx'
import { Details } from '#ui/Details.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { SearchList } from '#ui/SearchList.tsx'
import { matchesWords, proceduresByFamily } from './procedureOrder.ts'

interface ProcedureDialogProps {
  readonly day: Day
  readonly chosen: readonly string[]
  readonly onToggle: (code: string) => void
  readonly onClose: () => void
}

/** Every procedure there is: by a word, or by family. Choosing one closes it; taking one back does not. */
export function ProcedureDialog({ day, chosen, onToggle, onClose }: ProcedureDialogProps) {
  const { t } = useTranslation(['visits', 'common'])
  const { label } = useListLabels()
  const [query, setQuery] = useState('')
  const name = (code: string) => label('procedures', code)
  const family = (group: string) => label('proceduresGroups', group)
  const pick = (code: string) => {
    onToggle(code)
    if (!chosen.includes(code)) onClose()
  }
  const isAsked = query.trim() !== ''
  const results = isAsked
    ? proceduresByFamily(day, (code) => matchesWords(name(code), query)).flatMap(({ group, codes }) =>
        codes.map((code) => ({ value: code, label: name(code), detail: family(group) })),
      )
    : []
  return (
    <Dialog heading={t('procedures.title')} closeLabel={t('common:action.close')} onClose={onClose}>
      <SearchList
        label={t('procedures.search')}
        hint={t('procedures.searchHint')}
        query={query}
        onQuery={setQuery}
        results={results}
        picked={chosen}
        onPick={pick}
        summary={summaryOf()}
      />
      {!isAsked && (
        <div>
          {proceduresByFamily(day, () => true).map(({ group, codes }) => (
            <Details key={group} summary={family(group)}>
              <ChoiceMany
                label={family(group)}
                options={codes.map((code) => ({ value: code, label: name(code) }))}
                values={chosen.filter((code) => codes.includes(code))}
                onChange={(values) => {
                  const toggled = codes.find((code) => values.includes(code) !== chosen.includes(code))
                  if (toggled !== undefined) pick(toggled)
                }}
              />
            </Details>
          ))}
        </div>
      )}
    </Dialog>
  )

  function summaryOf(): string {
    if (!isAsked) return t('procedures.browse')
    return results.length === 0 ? t('procedures.notFound') : t('procedures.found', { count: results.length })
  }
}
