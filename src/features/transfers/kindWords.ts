import { useTranslation } from 'react-i18next'

const named = [
  'visit',
  'event',
  'member',
  'device',
  'place',
  'slot',
  'site',
  'network',
  'organisation',
  'conflict',
  'held',
] as const
type NamedKind = (typeof named)[number]

/** The word of a record kind; a kind of a newer version has none of its own. */
export function useKindWords(): (kind: string | null | undefined) => string {
  const { t } = useTranslation('transfers')
  return (kind) => t(`kind.${isNamed(kind) ? kind : 'other'}`)
}

function isNamed(kind: string | null | undefined): kind is NamedKind {
  return named.some((name) => name === kind)
}
