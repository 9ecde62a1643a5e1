import type { Facts, Value } from './kind.ts'
import { decided, held } from './kinds/held.ts'
import type { HeldCode, OperationBody } from './operation.ts'
import type { FoldedRecord, Stamp } from './record.ts'

/** The revs announced before a restore and lost by it: a base inside a hole counts as 0 (SYN-49). */
export type Hole = readonly [after: number, upTo: number]

export interface Arrival {
  /** The rev this operation takes: arrival order, the only order there is (SYN-77). */
  readonly rev: number
  readonly writer: string
  readonly holes: readonly Hole[]
}

/** Two values of one field, neither author having seen the other's (SYN-79). The written value is the kept one. */
export interface Clash {
  readonly field: string
  /** For a choice of a set: its code; then the values are true (chosen) or false. */
  readonly element?: string
  readonly kept: Value
  readonly lost: Value
  /** The rev of the operation that wrote the lost value: its author is in the log. */
  readonly lostRev: number
}

export type Merge =
  | { readonly status: 'applied'; readonly record: FoldedRecord; readonly clashes: readonly Clash[] }
  | { readonly status: 'held'; readonly code: HeldCode }

/**
 * Folds one operation into a record: the only merge there is, used by the server and by whoever checks it
 * (SYN-77 to SYN-86). It depends on arrival order alone. The written value always applies; a different value
 * that its author had not seen is returned as a clash; nothing an author had not seen is deleted.
 */
export function merge(record: FoldedRecord | undefined, operation: OperationBody, arrival: Arrival): Merge {
  const base = seenBase(operation.base, arrival)
  const isUnseen = (stamp: Stamp | undefined) =>
    stamp !== undefined && stamp[1] !== arrival.writer && stamp[0] > base
  const current = record ?? blank(operation)

  switch (operation.act) {
    case 'delete':
      return Object.values(current.stamps).some(isUnseen)
        ? { status: 'held', code: 'base_outdated' }
        : applied({ ...current, rev: arrival.rev, deleted: true })
    case 'restore':
      return applied({ ...current, rev: arrival.rev, deleted: false })
    case 'discard':
      return discard(record, operation, arrival)
    case undefined:
      return current.deleted
        ? { status: 'held', code: 'record_deleted' }
        : write(current, operation, arrival, isUnseen)
    default:
      return { status: 'held', code: 'not_allowed' }
  }
}

/** A rev lost by a restore, or one that nobody has been told yet, was seen by nobody: it counts as 0 (SYN-49). */
function seenBase(base: number, { rev, holes }: Arrival): number {
  const isLost = holes.some(([after, upTo]) => base > after && base <= upTo)
  return isLost || base >= rev ? 0 : base
}

function applied(record: FoldedRecord, clashes: readonly Clash[] = []): Merge {
  return { status: 'applied', record, clashes }
}

/** Closes a held operation, and never touches the record it was about (SYN-87). */
function discard(record: FoldedRecord | undefined, { kind }: OperationBody, { rev, writer }: Arrival): Merge {
  if (kind !== held.kind) return { status: 'held', code: 'not_allowed' }
  if (record === undefined) return { status: 'held', code: 'depends' }
  const facts = decided(record.facts, 'discarded')
  const stamps: FoldedRecord['stamps'] =
    facts === record.facts ? record.stamps : { ...record.stamps, settled: [rev, writer] }
  return applied({ ...record, rev, facts, stamps })
}

function blank(operation: OperationBody): FoldedRecord {
  return {
    id: operation.record,
    kind: operation.kind,
    schema: operation.schema,
    rev: 0,
    deleted: false,
    parallel: false,
    facts: {},
    stamps: {},
  }
}

function write(
  record: FoldedRecord,
  operation: OperationBody,
  arrival: Arrival,
  isUnseen: (stamp: Stamp | undefined) => boolean,
): Merge {
  const facts: Record<string, Value> = { ...record.facts }
  const stamps: Record<string, Stamp> = { ...record.stamps }
  const clashes: Clash[] = []
  const stamp: Stamp = [arrival.rev, arrival.writer]

  const clash = (before: Stamp | undefined, found: Omit<Clash, 'lostRev'>) => {
    if (before !== undefined && isUnseen(before) && !isSame(found.kept, found.lost))
      clashes.push({ ...found, lostRev: before[0] })
  }
  for (const [field, value] of Object.entries(operation.set ?? {})) {
    clash(stamps[field], { field, kept: value, lost: facts[field] ?? null })
    if (value === null) delete facts[field]
    else facts[field] = value
    stamps[field] = stamp
  }
  const choose = (changes: Readonly<Record<string, readonly string[]>> | undefined, chosen: boolean) => {
    for (const [field, elements] of Object.entries(changes ?? {})) {
      for (const element of elements) {
        const present = elementsOf(facts, field)
        const key = `${field}#${element}`
        clash(stamps[key], { field, element, kept: chosen, lost: present.includes(element) })
        stamps[key] = stamp
        const others = present.filter((other) => other !== element)
        const now = chosen ? [...others, element].sort() : others
        if (now.length === 0) delete facts[field]
        else facts[field] = now
      }
    }
  }
  choose(operation.remove, false)
  choose(operation.add, true)

  const untouchedUnseen = Object.entries(record.stamps).some(
    ([field, before]) => stamps[field] === before && isUnseen(before),
  )
  const clock = clockAfter(record, operation)
  const { clock: _, ...rest } = record
  return applied(
    {
      ...rest,
      ...(clock && { clock }),
      rev: arrival.rev,
      schema: Math.max(record.schema, operation.schema),
      facts,
      stamps,
      parallel: untouchedUnseen,
    },
    clashes,
  )
}

/** A field of a newer version may hold a list (SYN-59). */
function isSame(one: Value, other: Value): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other
  return one.length === other.length && one.every((element, index) => element === other[index])
}

function elementsOf(facts: Facts, field: string): readonly string[] {
  const value = facts[field]
  return Array.isArray(value) ? value : []
}

/** The mark of an untrusted clock stays until somebody with a trusted one writes the day again. */
function clockAfter(record: FoldedRecord, operation: OperationBody): 'unverified' | undefined {
  if (operation.clock === 'unverified') return 'unverified'
  return operation.set?.day === undefined ? record.clock : undefined
}
