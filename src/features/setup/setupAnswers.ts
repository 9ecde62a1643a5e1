import * as v from 'valibot'
import { halfDays } from '#domain/day.ts'
import type { Facts, Value } from '#domain/kind.ts'
import { DisplayName, OrgText, tidy } from '#domain/text.ts'

/** A half-day of the ordinary week: `1.am` is Monday morning, `7.eve` Sunday evening. */
export type WeekSlot = string

/** What set-up asks, as it is typed; the code of the team is not here: it is never kept (SEC-32). */
export interface SetupAnswers {
  readonly network: string
  readonly site: string
  readonly place: string
  readonly placeKind: string
  readonly slots: readonly WeekSlot[]
  readonly name: string
  readonly function: string
  readonly device: string
}

export const noAnswers: SetupAnswers = {
  network: '',
  site: '',
  place: '',
  placeKind: '',
  slots: [],
  name: '',
  function: 'programmeLead',
  device: '',
}

export const steps = ['network', 'site', 'place', 'slots', 'pin', 'you', 'check'] as const
export type Step = (typeof steps)[number]

export const weekSlots: readonly WeekSlot[] = [1, 2, 3, 4, 5, 6, 7].flatMap((day) =>
  halfDays.map((halfDay) => `${day}.${halfDay}`),
)

/** Why a short text cannot be taken; also a translation key of `setup:text`. */
export type TextProblem = 'required' | 'tooLong' | 'text' | 'forbidden'
export type TextField = 'network' | 'site' | 'place' | 'name' | 'device'

/** Characters allowed, as the schemas have them (5-security § 5.13). */
export const longest: Readonly<Record<TextField, number>> = {
  network: 120,
  site: 120,
  place: 120,
  name: 80,
  device: 120,
}

export function textProblem(field: TextField, typed: string): TextProblem | undefined {
  const parsed = v.safeParse(field === 'name' ? DisplayName : OrgText, tidy(typed))
  return parsed.success ? undefined : (parsed.issues[0].message as TextProblem)
}

/** The answers as a draft keeps them. */
export function answersToFacts(answers: SetupAnswers): Facts {
  return { ...answers }
}

/** A draft read back; whatever is not what this version writes is asked again. */
export function factsToAnswers(facts: Facts): SetupAnswers {
  const text = (value: Value | undefined, otherwise: string) =>
    typeof value === 'string' ? value : otherwise
  return {
    network: text(facts.network, ''),
    site: text(facts.site, ''),
    place: text(facts.place, ''),
    placeKind: text(facts.placeKind, ''),
    slots: Array.isArray(facts.slots) ? facts.slots.filter((slot) => weekSlots.includes(slot)) : [],
    name: text(facts.name, ''),
    function: text(facts.function, noAnswers.function),
    device: text(facts.device, ''),
  }
}
