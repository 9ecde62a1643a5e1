import type { FormProblem } from './problems.ts'
import type { VisitForm } from './useVisitForm.ts'
import { useVisitWords } from './useVisitWords.ts'

/** What is wrong with the answer of a field, in words, since the last press of save (STATE-5). */
export function useProblemOf(form: VisitForm): (field: FormProblem['field']) => string | undefined {
  const { t } = useVisitWords()
  return (field) => {
    const problem = form.problems.find((found) => found.field === field)
    return problem && t(`problem.${problem.type}`)
  }
}
