import { useTranslation } from 'react-i18next'
import type { Day } from '#domain/day.ts'
import { codesOn, type ListId } from '#domain/lists.ts'
import { type ListName, useListLabels } from '#i18n/listLabels.ts'
import { Select } from '#ui/Select.tsx'
import type { VisitForm } from './useVisitForm.ts'
import { answerOf, type SingleField } from './visitFacts.ts'

interface CodeSelectProps {
  readonly form: VisitForm
  readonly day: Day
  readonly field: SingleField
  readonly list: ListId & ListName
  readonly label: string
  readonly id?: string
  /** Word of the choice that leaves the field without an answer. */
  readonly empty?: string
  readonly required?: string
  readonly error?: string | undefined
}

/** One code of a list, in the browser's own list. A code that is no longer offered stays shown where it was given. */
export function CodeSelect({ form, day, field, list, empty, ...words }: CodeSelectProps) {
  const { t } = useTranslation(['visits', 'common'])
  const { label } = useListLabels()
  const value = String(answerOf(form.facts, field) ?? '')
  const codes = codesOn(list, day).map((item) => item.code)
  const offered = value === '' || codes.includes(value) ? codes : [...codes, value]
  return (
    <Select
      {...words}
      value={value}
      onChange={(code) => form.choose({ type: 'set', field, value: code })}
      options={[
        { value: '', label: empty ?? t('details.notAsked') },
        ...offered.map((code) => ({ value: code, label: label(list, code) })),
      ]}
    />
  )
}
