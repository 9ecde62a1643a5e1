import type { Day } from '#domain/day.ts'
import type { Role } from '#domain/rights.ts'
import type { ProfileQuestion } from './asks.ts'

/** What the form asks, here, today, from this person. */
export interface VisitQuestions {
  /** Codes are offered as they are valid on this day (GEN-9). */
  readonly day: Day
  readonly role: Role
  readonly asks: (question: ProfileQuestion) => boolean
  /** The procedures shown as chips: the n-th is toggled by the key n. */
  readonly procedures: readonly string[]
  /** « Personne protégée ? », asked first each time a mandate is begun; the answer is kept nowhere (VIS-5). */
  readonly protection: Protection
}

export interface Protection {
  readonly isAsked: boolean
  /** `yes` refuses the mandate. */
  readonly answer: 'yes' | 'no' | null
  readonly onAnswer: (answer: 'yes' | 'no') => void
}

/** Only these roles may act in somebody's place (VIS-5); the others are not shown the posture. */
export function mayActForSomebody(role: Role): boolean {
  return role === 'mediator' || role === 'coordinator'
}
