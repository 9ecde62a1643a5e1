import type { Facts, Value } from '#domain/kind.ts'
import type { VisitFacts, visit } from '#domain/kinds/visit.ts'
import { keyOfCode, type ListId, referenceList } from '#domain/lists.ts'
import { bandOfAge } from './ageBand.ts'

export type SetField = keyof typeof visit.sets & string
export type SingleField = keyof typeof visit.fields & string

/** What a person does to the visit being typed. */
export type Choice =
  | { readonly type: 'set'; readonly field: SingleField; readonly value: string | number | null }
  | { readonly type: 'choose'; readonly field: SetField; readonly codes: readonly string[] }
  | { readonly type: 'toggleProcedure'; readonly code: string }
  /** How one procedure of several ended, when it ended differently; `null`: as the visit (VIS-2). */
  | { readonly type: 'detail'; readonly procedure: string; readonly outcome: string | null }
  /** Becomes a band at once; the number is in no state and no draft (AGE-2). */
  | { readonly type: 'age'; readonly years: number }

/** The list that each set takes its codes from, for the codes that exclude the others (NOM-3). */
const listOfSet: Readonly<Partial<Record<SetField, ListId>>> = {
  accessHabits: 'accessHabits',
  devices: 'devicesUsed',
}

/** The visit after a choice, with what the choice makes meaningless taken away. Never changes its argument. */
export function afterChoice(facts: VisitFacts, choice: Choice): VisitFacts {
  switch (choice.type) {
    case 'set':
      return consistent({ ...without(facts, choice.field), ...present(choice.field, choice.value) }, choice)
    case 'choose':
      return consistent(withSet(facts, choice.field, exclusive(facts, choice.field, choice.codes)), choice)
    case 'toggleProcedure': {
      const codes = facts.procedures ?? []
      const isIn = codes.includes(choice.code)
      const next = isIn ? codes.filter((code) => code !== choice.code) : [...codes, choice.code]
      return consistent(withSet(facts, 'procedures', next), { field: 'procedures' })
    }
    case 'detail': {
      const field = detailField(choice.procedure)
      return { ...without(facts, field), ...present(field, choice.outcome) }
    }
    case 'age': {
      const band = bandOfAge(choice.years)
      return band === null ? facts : { ...facts, ageBand: band }
    }
    default:
      return choice satisfies never
  }
}

/** Where the outcome of one procedure is kept (VIS-2, NOM-7). */
export function detailField(procedure: string): `details.${string}.outcome` {
  return `details.${keyOfCode(procedure)}.outcome`
}

/** True when two visits say the same, whatever the order of their fields. */
export function saysTheSame(one: VisitFacts, other: VisitFacts): boolean {
  return changedFields(one, other).length === 0
}

/** The fields whose values differ. */
export function changedFields(one: VisitFacts, other: VisitFacts): readonly string[] {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...fields].filter((field) => asText(answerOf(one, field)) !== asText(answerOf(other, field)))
}

/** The value of a field by name, `undefined` when it was not answered. */
export function answerOf(facts: VisitFacts, field: string): Value | undefined {
  return (facts as Facts)[field]
}

function asText(value: Value | undefined): string {
  return Array.isArray(value) ? value.join('\u0000') : String(value ?? '')
}

function present(field: string, value: string | number | null): VisitFacts {
  const answer: Facts = value === null || value === '' ? {} : { [field]: value }
  return answer as VisitFacts
}

function withSet(facts: VisitFacts, field: SetField, codes: readonly string[]): VisitFacts {
  return codes.length === 0 ? without(facts, field) : { ...facts, [field]: [...codes].sort() }
}

/** What was chosen last wins: an exclusive code clears the others, any other clears the exclusive one (NOM-3). */
function exclusive(facts: VisitFacts, field: SetField, codes: readonly string[]): readonly string[] {
  const list = listOfSet[field]
  if (list === undefined) return codes
  const alone = new Set(
    referenceList(list)
      .items.filter((item) => item.exclusive)
      .map((item) => item.code),
  )
  const added = codes.find((code) => !(facts[field] ?? []).includes(code))
  if (added !== undefined && alone.has(added)) return [added]
  return codes.length > 1 ? codes.filter((code) => !alone.has(code)) : codes
}

/** Only what hangs on the field that has just changed: an answer somebody else gave is not taken away by a glance. */
function consistent(facts: VisitFacts, { field }: { readonly field: string }): VisitFacts {
  switch (field) {
    case 'outcome':
      return afterOutcome(facts)
    case 'posture':
      return facts.posture === 'inTheirPlace' ? facts : withoutFamily(facts, 'mandate.')
    case 'procedures':
      return afterProcedures(facts)
    case 'mandate.ref':
      return withMandate(facts)
    default:
      return facts
  }
}

function afterOutcome(facts: VisitFacts): VisitFacts {
  const kept = facts.outcome === 'referred' ? facts : withoutFamily(facts, 'referredTo.')
  if (facts.outcome === 'turnedAway') return { ...kept, minutes: 0 }
  return kept.minutes === 0 ? without(kept, 'minutes') : kept
}

function afterProcedures(facts: VisitFacts): VisitFacts {
  const chosen = facts.procedures ?? []
  const details = chosen.length > 1 ? chosen.map(keyOfCode) : []
  const kept = Object.fromEntries(
    Object.entries(facts).filter(
      ([field]) => !field.startsWith('details.') || details.includes(field.split('.')[1] ?? ''),
    ),
  ) as VisitFacts
  const mandate = facts['mandate.procedures']
  return mandate === undefined
    ? kept
    : withSet(
        kept,
        'mandate.procedures',
        mandate.filter((code) => chosen.includes(code)),
      )
}

/** A paper signed today for these procedures, until somebody says otherwise (VIS-5). */
function withMandate(facts: VisitFacts): VisitFacts {
  if (facts['mandate.ref'] === undefined) return facts
  const { day, procedures = [] } = facts
  const covered = facts['mandate.procedures'] ?? procedures
  return withSet({ ...(day && { 'mandate.day': day }), ...facts }, 'mandate.procedures', covered)
}

function without(facts: VisitFacts, field: string): VisitFacts {
  const { [field as keyof VisitFacts]: _, ...rest } = facts
  return rest
}

function withoutFamily(facts: VisitFacts, prefix: string): VisitFacts {
  return Object.fromEntries(
    Object.entries(facts).filter(([field]) => !field.startsWith(prefix)),
  ) as VisitFacts
}
