import { useState } from 'react'
import type { Day } from '#domain/day.ts'
import { proceduresFirst, thatFit } from './procedureOrder.ts'
import { useVisitWords } from './useVisitWords.ts'

/** The procedures offered as chips, one answer for as long as the form is shown: their place is their key (FEEL-3). */
export function useFirstProcedures(used: readonly string[], day: Day): readonly string[] {
  const { chip } = useVisitWords()
  const [first] = useState(() => thatFit(proceduresFirst(used, day), (code) => chip('procedures', code)))
  return first
}
