import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#ui/ErrorSummary.tsx'
import type { MemberProblem } from './memberAnswers.ts'

interface MemberWords {
  readonly of: (field: MemberProblem['field'] | 'role') => string | undefined
  readonly summary: readonly FieldProblem[]
}

/** What each field says of its problem, and the summary that leads to them (STATE-5). */
export function useMemberWords(problems: readonly MemberProblem[], isLast: boolean): MemberWords {
  const { t } = useTranslation(['devices', 'setup'])
  const said = new Map<string, string>(problems.map((problem) => [problem.field, words(problem)]))
  if (isLast) said.set('role', t('member.last'))
  return {
    of: (field) => said.get(field),
    summary: [...said].map(([field, message]) => ({ fieldId: `membre-${field}`, message })),
  }

  function words(problem: MemberProblem): string {
    return problem.field === 'name'
      ? t(`setup:text.${problem.type}`, { example: t('member.example'), max: 80 })
      : t(`member.${problem.type}`)
  }
}
