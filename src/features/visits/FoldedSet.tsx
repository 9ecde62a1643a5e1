import { useTranslation } from 'react-i18next'
import type { Day } from '#domain/day.ts'
import { codesOn, type ListId, type ListItem } from '#domain/lists.ts'
import { type ListName, useListLabels } from '#i18n/listLabels.ts'
import { ChoiceMany } from '#ui/Choice.tsx'
import { Details } from '#ui/Details.tsx'
import type { VisitForm } from './useVisitForm.ts'
import { useVisitWords } from './useVisitWords.ts'
import type { SetField } from './visitFacts.ts'

interface FoldedSetProps {
  readonly form: VisitForm
  readonly day: Day
  readonly field: SetField
  readonly list: ListId & ListName
  readonly label: string
  /** The list of the names of its groups, when it is shown by group. */
  readonly groups?: ListName
  /** Only the items that may be chosen in this context. */
  readonly context?: string
  /** Only this group. */
  readonly only?: string
}

/** A long list of choices, folded under its name and what is chosen in it. */
export function FoldedSet({ form, day, field, list, label, groups, context, only }: FoldedSetProps) {
  const { t } = useTranslation(['visits', 'common'])
  const words = useVisitWords()
  const chosen = form.facts[field] ?? []
  const items = codesOn(list, day).filter(
    ({ contexts, group }) =>
      (context === undefined || contexts?.includes(context) === true) &&
      (only === undefined || group === only),
  )
  const choices = words.format.list(chosen.map((code) => words.label(list, code)))
  const shared = { form, field, list, label, groups }
  return (
    <Details summary={chosen.length === 0 ? label : t('details.chosen', { label, choices })}>
      {groups === undefined ? (
        <Choices {...shared} items={items} />
      ) : (
        byGroup(items).map(([group, ofGroup]) => (
          <Choices key={group} {...shared} items={ofGroup} group={group} />
        ))
      )}
    </Details>
  )
}

interface ChoicesProps extends Pick<FoldedSetProps, 'form' | 'field' | 'list' | 'label'> {
  readonly groups: ListName | undefined
  readonly items: readonly ListItem[]
  readonly group?: string
}

function Choices({ form, field, list, label, groups, items, group }: ChoicesProps) {
  const words = useListLabels()
  const chosen = form.facts[field] ?? []
  const codes = items.map((item) => item.code)
  return (
    <ChoiceMany
      label={groups !== undefined && group !== undefined ? words.label(groups, group) : label}
      options={codes.map((code) => ({ value: code, label: words.label(list, code) }))}
      values={chosen.filter((code) => codes.includes(code))}
      onChange={(values) =>
        form.choose({
          type: 'choose',
          field,
          codes: [...chosen.filter((code) => !codes.includes(code)), ...values],
        })
      }
    />
  )
}

function byGroup(items: readonly ListItem[]): readonly (readonly [string, readonly ListItem[]])[] {
  const groups = new Map<string, ListItem[]>()
  for (const item of items) groups.set(item.group ?? '', [...(groups.get(item.group ?? '') ?? []), item])
  return [...groups]
}
