import type { Value } from '#domain/kind.ts'
import type { VisitFacts } from '#domain/kinds/visit.ts'
import { keyOfCode, type ListId, referenceList } from '#domain/lists.ts'
import type { ListName } from '#i18n/listLabels.ts'
import type { VisitWords } from './useVisitWords.ts'
import { answerOf, changedFields } from './visitFacts.ts'

type List = ListId & ListName

/** The list that the codes of each field belong to. */
const lists: Readonly<Record<string, List>> = {
  arrival: 'arrivals',
  procedures: 'procedures',
  outcome: 'outcomes',
  posture: 'postures',
  ageBand: 'ageBands',
  setting: 'settings',
  seenBefore: 'seenBefore',
  travelMode: 'travelModes',
  accessHabits: 'accessHabits',
  knownFrom: 'knownFrom',
  motives: 'motives',
  gender: 'genders',
  status: 'statuses',
  rightsStatus: 'rightsStatus',
  autonomy: 'autonomy',
  language: 'languages',
  interpreting: 'interpreting',
  situations: 'situations',
  difficulties: 'difficulties',
  devices: 'devicesUsed',
  obstacles: 'obstacles',
  missing: 'documents',
  'referredTo.structure': 'structures',
  'referredBy.profession': 'professions',
  'referredBy.structure': 'structures',
  'mandate.days': 'mandateDurations',
  'mandate.procedures': 'procedures',
}

/** What a field is called on the form; `undefined` for one that no person fills in. */
export function fieldName(field: string, { t, label }: VisitWords): string | undefined {
  switch (field) {
    case 'arrival':
      return t('arrival.label')
    case 'procedures':
      return t('procedures.label')
    case 'outcome':
      return t('outcome.label')
    case 'posture':
      return t('posture.label')
    case 'ageBand':
      return t('age.label')
    case 'minutes':
      return t('details.minutes')
    case 'day':
      return t('edit.day')
    case 'halfDay':
      return t('edit.halfDay')
    case 'referredTo.structure':
      return t('outcome.destination')
    case 'referredBy.profession':
      return t('details.profession')
    case 'referredBy.structure':
      return t('details.structure')
    case 'mandate.ref':
      return t('mandate.ref')
    case 'mandate.days':
      return t('mandate.days')
    case 'mandate.procedures':
      return t('mandate.procedures')
    default:
      return isDetail(field) ? t(`details.${field}`) : procedureOf(field, label)
  }
}

const details = [
  'setting',
  'seenBefore',
  'travelMode',
  'accessHabits',
  'knownFrom',
  'motives',
  'gender',
  'status',
  'rightsStatus',
  'autonomy',
  'language',
  'interpreting',
  'situations',
  'difficulties',
  'devices',
  'obstacles',
  'missing',
] as const

function isDetail(field: string): field is (typeof details)[number] {
  return (details as readonly string[]).includes(field)
}

/** `details.cafcreate.outcome` is the outcome of one procedure (VIS-2). */
function procedureOf(field: string, label: VisitWords['label']): string | undefined {
  const key = /^details\.([A-Za-z0-9]+)\.outcome$/.exec(field)?.[1]
  const code = referenceList('procedures').items.find((item) => keyOfCode(item.code) === key)?.code
  return code === undefined ? undefined : label('procedures', code)
}

/** A value in words, as the form would show it; empty when there is none. */
export function valueText(field: string, value: Value | undefined, words: VisitWords): string {
  const { label, format } = words
  if (value === undefined || value === null) return ''
  const list = lists[field] ?? (field.startsWith('details.') ? 'outcomes' : undefined)
  if (list !== undefined) {
    const codes = Array.isArray(value) ? value : [String(value)]
    return format.list(codes.map((code: string) => label(list, code)))
  }
  if (field === 'minutes') return format.duration(Number(value))
  if (field === 'day') return format.day(String(value))
  if (field === 'halfDay') return label('halfDays', String(value))
  return String(value)
}

export interface ChangeText {
  readonly field: string
  readonly text: string
}

/** What one visit says otherwise than another, answer by answer: « Durée : 40 min ». */
export function changeTexts(before: VisitFacts, after: VisitFacts, words: VisitWords): readonly ChangeText[] {
  const { t } = words
  return changedFields(before, after).flatMap((field) => {
    const name = fieldName(field, words)
    if (name === undefined) return []
    const value = valueText(field, answerOf(after, field), words)
    const text =
      value === '' ? t('edit.changedEmpty', { field: name }) : t('edit.changedField', { field: name, value })
    return [{ field, text }]
  })
}
