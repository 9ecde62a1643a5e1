import { type Day, dayNumber } from '#domain/day.ts'
import type { Facts } from '#domain/kind.ts'
import { isMemberOn, type MemberFacts } from '#domain/kinds/member.ts'
import { visit } from '#domain/kinds/visit.ts'
import { kinds, serverKinds } from '#domain/kinds.ts'
import { type Hole, type Merge, merge } from '#domain/merge.ts'
import { type HeldCode, type OperationBody, operationProblem } from '#domain/operation.ts'
import {
  type Deed,
  mayActInPlace,
  mayWrite,
  needsSignature,
  type Role,
  type Writing,
} from '#domain/rights.ts'
import { limits } from '#protocol/limits.ts'
import type { StoredRecord } from './records.ts'

/** Everything that decides what becomes of an operation. */
export interface Situation {
  readonly record: StoredRecord | undefined
  /** The member record of the declared author. */
  readonly author: StoredRecord | undefined
  /** True when an operation on this record, which does not exist yet, waits for a person (SYN-84). */
  readonly isCreationHeld: boolean
  /** The place that a visit names, when it is known. */
  readonly place: StoredRecord | undefined
  readonly tenant: string
  readonly founder: string
  readonly site: string
  readonly use: 'staff' | 'borne'
  readonly today: Day
  readonly rev: number
  readonly writer: string
  readonly holes: readonly Hole[]
}

/** Longest body of an operation on facts: 4 KiB of facts, one box of 16 KiB, and what a newer version adds. */
const bodyLength = 32 * 1024

/**
 * Authorises, validates and merges one operation: pure, and never an error, since what is refused is held (SYN-39,
 * SYN-63). Deny by default.
 * @param length of its canonical body
 */
export function judge(operation: OperationBody, situation: Situation, length: number): Merge {
  const code = refusal(operation, situation, length)
  if (code !== undefined) return { status: 'held', code }
  const merged = merge(situation.record?.folded, operation, situation)
  // An act adds no fact, and a held record may be long: it holds a whole body.
  const isWritten = merged.status === 'applied' && operation.act === undefined
  if (!isWritten) return merged
  const { facts } = merged.record
  if (isTooLong(facts, situation.record, length) || hasLongSet(facts))
    return { status: 'held', code: 'quota' }
  const isWrong =
    (actsInPlace(operation) && facts['mandate.ref'] === undefined) || isTooEarly(facts, situation)
  if (isWrong) return { status: 'held', code: 'invalid' }
  return merged
}

function actsInPlace({ kind, set }: OperationBody): boolean {
  return kind === visit.kind && set?.posture === 'inTheirPlace'
}

/** A place that had not opened received nobody (SEC-76). */
function isTooEarly({ day }: Facts, { place }: Situation): boolean {
  const opensOn = place?.folded.facts.opensOn
  return typeof day === 'string' && typeof opensOn === 'string' && day < opensOn
}

/** Codes of one set (SYN-59): what is added in several times counts together. */
const mostCodes = 32

function hasLongSet(facts: Facts): boolean {
  return Object.values(facts).some((value) => Array.isArray(value) && value.length > mostCodes)
}

function refusal(operation: OperationBody, situation: Situation, length: number): HeldCode | undefined {
  const { record } = situation
  if (!kinds.has(operation.kind)) return 'schema_unknown'
  const isDiscard = operation.kind === 'held' && operation.act === 'discard'
  if (serverKinds.has(operation.kind) && !isDiscard) return 'not_allowed'
  if (length > bodyLength) return 'quota'
  const { by } = operation
  const day = authorsDay(operation, situation.today)
  const roles = rolesAtSite({ by, day }, situation.author, situation.founder, situation.site)
  if (typeof roles === 'string') return roles
  if (record === undefined && (situation.isCreationHeld || isDiscard)) return 'depends'
  if (record !== undefined && record.folded.kind !== operation.kind) return 'invalid'
  const writing = writingOf(operation, situation, roles)
  if (!isAllowed(operation, situation, writing)) return 'not_allowed'
  if (needsSignature(writing)) return 'unsigned'
  return shapeProblem(operation, situation) ?? operationProblem(operation, situation.today)
}

/**
 * The day by which rights are judged: the author's, since work may arrive weeks later; today when the author's clock
 * could not be trusted or is ahead, so that a wrong clock takes no right away (SYN-25, I20).
 */
export function authorsDay({ day, clock }: Pick<OperationBody, 'day' | 'clock'>, today: Day): Day {
  return clock === 'unverified' || day > today ? today : day
}

/**
 * The roles of a declared author on a day at a site, or why there are none. The founder is coordinator and network
 * administrator from the first operation on, before the member record that says so has arrived (SEC-61).
 */
export function rolesAtSite(
  { by, day }: Pick<OperationBody, 'by' | 'day'>,
  author: StoredRecord | undefined,
  founder: string,
  site: string,
): readonly Role[] | HeldCode {
  const isFounder = by === founder
  if (author === undefined || author.folded.kind !== 'member')
    return isFounder ? ['coordinator', 'networkAdmin'] : 'depends'
  const facts = author.folded.facts as MemberFacts
  if (author.folded.deleted || !isMemberOn(facts, day)) return 'author_revoked'
  if (author.site !== site && facts.siteIds?.includes(site) !== true) return 'not_allowed'
  const role = facts.role as Role | undefined
  if (role === undefined) return 'not_allowed'
  return isFounder && role === 'coordinator' ? [role, 'networkAdmin'] : [role]
}

/** Days since the record was made, on the author's day; a day before it was made proves nothing, and counts as today. */
function ageDaysOf(operation: OperationBody, { record, today }: Situation): number {
  if (record === undefined) return 0
  const day = authorsDay(operation, today)
  return dayNumber(day < record.madeOn ? today : day) - dayNumber(record.madeOn)
}

function writingOf(operation: OperationBody, situation: Situation, roles: readonly Role[]): Writing {
  const { record } = situation
  return {
    roles,
    kind: operation.kind,
    deed: deedOf(operation, record),
    own: record?.author === operation.by,
    ageDays: ageDaysOf(operation, situation),
    fields: [operation.set, operation.add, operation.remove].flatMap((part) => Object.keys(part ?? {})),
  }
}

function isAllowed(operation: OperationBody, situation: Situation, writing: Writing): boolean {
  const { record, site } = situation
  // No device has a vault yet, so no box can be genuine (SEC-68); a public computer writes no record of these kinds.
  if (operation.seal !== undefined || situation.use === 'borne') return false
  if (record !== undefined && record.site !== null && record.site !== site) return false
  if (operation.set?.role === 'networkAdmin' && !writing.roles.includes('networkAdmin')) return false
  if (actsInPlace(operation) && !mayActInPlace(writing.roles)) return false
  return mayWrite(writing)
}

function deedOf(operation: OperationBody, record: StoredRecord | undefined): Deed {
  switch (operation.act) {
    case 'delete':
    case 'restore':
    case 'discard':
      return operation.act
    default:
      return record === undefined ? 'create' : 'update'
  }
}

/** A network has one record of its own; an act changes no field. */
function shapeProblem(operation: OperationBody, { tenant }: Situation): HeldCode | undefined {
  if (operation.kind === 'network' && operation.record !== tenant) return 'invalid'
  const isMixed =
    operation.act !== undefined && (operation.set ?? operation.add ?? operation.remove) !== undefined
  return isMixed ? 'invalid' : undefined
}

/** A new record is no longer than its operation: most need no measuring. A character is at most 3 bytes. */
function isTooLong(facts: Facts, before: StoredRecord | undefined, length: number): boolean {
  if (before === undefined && length * 3 <= limits.factsBytes) return false
  return Buffer.byteLength(JSON.stringify(facts)) > limits.factsBytes
}
