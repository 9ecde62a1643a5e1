import { useTranslation } from 'react-i18next'
import type { GateFailure } from '#storage/vault/gate.ts'
import type { FieldProblem } from '#ui/ErrorSummary.tsx'
import type { EnterProblem } from './enterProblems.ts'

export interface GateWords {
  readonly code: string | undefined
  readonly who: string | undefined
  readonly place: string | undefined
  readonly summary: readonly FieldProblem[]
}

/** What each field says, and the summary that leads to them (STATE-5). */
export function useGateWords(problems: readonly EnterProblem[], failure: GateFailure | null): GateWords {
  const { t } = useTranslation('access')
  const wrong =
    failure?.type === 'pinWrong'
      ? [t('code.wrong'), failure.triesLeft > 0 && t('code.left', { count: failure.triesLeft })]
          .filter(Boolean)
          .join(' ')
      : undefined
  const code = problems.includes('code') ? t('code.shape') : problems.length === 0 ? wrong : undefined
  const who = problems.includes('who') ? t('who.missing') : undefined
  const place = problems.includes('place') ? t('place.missing') : undefined
  const summary = [
    { fieldId: 'code', message: code },
    { fieldId: 'qui', message: who },
    { fieldId: 'lieu', message: place },
  ].filter((problem): problem is FieldProblem => problem.message !== undefined)
  return { code, who, place, summary }
}
