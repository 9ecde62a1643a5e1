import * as v from 'valibot'
import { Day, HalfDay } from '#domain/day.ts'
import { forbiddenContent } from '#domain/forbiddenContent.ts'
import { Id } from '#domain/ids.ts'
import { defineKind, type FactsOf } from '#domain/kind.ts'
import { codeOf } from '#domain/lists.ts'
import { Count, Minutes } from '#domain/scalars.ts'

/**
 * The number of a signed mandate: short and with a digit, so that a name is not one, and never the number of a person
 * or of a bank (SEC-8, SEC-103). The message of the first issue says why.
 */
export const MandateRef = v.pipe(
  v.string(),
  v.check((text) => forbiddenContent(text) === undefined, 'mandateForbidden'),
  v.regex(/^(?=.*\d)[A-Za-z\d][A-Za-z\d./-]{0,19}$/, 'mandateShape'),
)

/**
 * *Visite*: one person helped once, anonymously. What a visit tells statistics; never a name, never a clock
 * time, never free text (SEC-8). A key of `details` is a procedure code without dots or hyphens.
 */
export const visit = defineKind({
  kind: 'visit',
  schema: 1,
  scope: 'site',
  fields: {
    day: Day,
    halfDay: HalfDay,
    placeId: Id,
    hostOrganisationId: Id,
    programmeId: Id,
    eventId: Id,
    setting: codeOf('settings'),
    arrival: codeOf('arrivals'),
    /** Number within the half-day as the device knew it; for display only (VIS-9). */
    rank: Count,

    outcome: codeOf('outcomes'),
    posture: codeOf('postures'),
    'details.*.outcome': codeOf('outcomes'),
    minutes: Minutes,
    'referredTo.structure': codeOf('structures'),
    'referredTo.organisationId': Id,
    'mandate.ref': MandateRef,
    'mandate.day': Day,
    'mandate.days': codeOf('mandateDurations'),
    'mandate.cancelledOn': Day,

    seenBefore: codeOf('seenBefore'),
    ageBand: codeOf('ageBands'),
    gender: codeOf('genders'),
    status: codeOf('statuses'),
    rightsStatus: codeOf('rightsStatus'),
    language: codeOf('languages'),
    interpreting: codeOf('interpreting'),
    area: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,63}$/, 'code')),
    autonomy: codeOf('autonomy'),

    travelMode: codeOf('travelModes'),
    knownFrom: codeOf('knownFrom'),
    'referredBy.profession': codeOf('professions'),
    'referredBy.structure': codeOf('structures'),
    'referredBy.organisationId': Id,
  },
  sets: {
    procedures: codeOf('procedures'),
    obstacles: codeOf('obstacles'),
    'details.*.obstacles': codeOf('obstacles'),
    missing: codeOf('documents'),
    motives: codeOf('motives'),
    devices: codeOf('devicesUsed'),
    situations: codeOf('situations'),
    difficulties: codeOf('difficulties'),
    accessHabits: codeOf('accessHabits'),
    'mandate.procedures': codeOf('procedures'),
  },
  required: ['day', 'halfDay', 'placeId', 'arrival', 'outcome'],
})
export type VisitFacts = FactsOf<typeof visit>

/** A visit may name at most this many procedures. */
export const maxProcedures = 6

/** What stops a visit from being saved: the code is also the translation key; `field` is where to put it right. */
export interface VisitProblem {
  readonly type:
    | 'arrivalMissing'
    | 'procedureMissing'
    | 'tooManyProcedures'
    | 'outcomeMissing'
    | 'destinationMissing'
    | 'mandateMissing'
    | 'mandateRole'
    | 'dayInFuture'
    | 'beforeOpening'
    | 'minutesOutOfRange'
  readonly field:
    | 'arrival'
    | 'procedures'
    | 'outcome'
    | 'referredTo.structure'
    | 'posture'
    | 'mandate.ref'
    | 'day'
    | 'minutes'
}

/** What must be known about the world to judge a visit. */
export interface VisitContext {
  readonly today: Day
  readonly opensOn?: Day | undefined
  readonly role: string
}

/**
 * Every reason why this visit cannot be saved yet, in the order of the form (VIS-1, VIS-3, VIS-4, VIS-5, SEC-76).
 * An empty list means it can.
 */
export function visitProblems(facts: VisitFacts, context: VisitContext): readonly VisitProblem[] {
  const turnedAway = facts.outcome === 'turnedAway'
  const procedures = facts.procedures?.length ?? 0
  const problems: (VisitProblem | false)[] = [
    facts.arrival === undefined && { type: 'arrivalMissing', field: 'arrival' },
    procedures === 0 && !turnedAway && { type: 'procedureMissing', field: 'procedures' },
    procedures > maxProcedures && { type: 'tooManyProcedures', field: 'procedures' },
    facts.outcome === undefined && { type: 'outcomeMissing', field: 'outcome' },
    facts.outcome === 'referred' &&
      facts['referredTo.structure'] === undefined &&
      facts['referredTo.organisationId'] === undefined && {
        type: 'destinationMissing',
        field: 'referredTo.structure',
      },
    facts.posture === 'inTheirPlace' &&
      context.role !== 'mediator' &&
      context.role !== 'coordinator' && { type: 'mandateRole', field: 'posture' },
    facts.posture === 'inTheirPlace' &&
      facts['mandate.ref'] === undefined && { type: 'mandateMissing', field: 'mandate.ref' },
    facts.minutes !== undefined &&
      !v.is(Minutes, facts.minutes) && { type: 'minutesOutOfRange', field: 'minutes' },
    facts.day !== undefined && facts.day > context.today && { type: 'dayInFuture', field: 'day' },
    facts.day !== undefined &&
      context.opensOn !== undefined &&
      facts.day < context.opensOn && { type: 'beforeOpening', field: 'day' },
  ]
  return problems.filter((problem) => problem !== false)
}

/** A visit counts unless the person was turned away (FIG-1, VIS-3). */
export function isCounted(facts: VisitFacts): boolean {
  return facts.outcome !== 'turnedAway'
}
