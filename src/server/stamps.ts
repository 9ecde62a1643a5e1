import type { Facts } from '#domain/kind.ts'
import type { Stamp } from '#domain/record.ts'

type Stamps = Readonly<Record<string, Stamp>>
type Group = [writer: string, rev: number, fields: string[]]

/**
 * Stamps as they lie in the database. Most records were written once, so there are two forms: `["<writer>", 12]` when
 * one write stamped exactly what the facts hold, otherwise groups by write, `[["<writer>", 12, ["arrival", "day"]]]`.
 */
export function stampsToText(stamps: Stamps, facts: Facts): string {
  const only = onlyStamp(stamps, facts)
  return JSON.stringify(only === undefined ? groupsOf(stamps) : [only[1], only[0]])
}

export function stampsFromText(text: string, facts: Facts): Record<string, Stamp> {
  const stored = JSON.parse(text) as readonly [string, number] | readonly Group[]
  const stamps: Record<string, Stamp> = {}
  if (isOnly(stored)) {
    const stamp: Stamp = [stored[1], stored[0]]
    for (const key of stampedKeys(facts)) stamps[key] = stamp
    return stamps
  }
  for (const [writer, rev, fields] of stored) {
    const stamp: Stamp = [rev, writer]
    for (const field of fields) stamps[field] = stamp
  }
  return stamps
}

function isOnly(stored: readonly [string, number] | readonly Group[]): stored is readonly [string, number] {
  return typeof stored[0] === 'string'
}

/** The one stamp of a record written once; an emptied field or a removed choice also has one, and no fact. */
function onlyStamp(stamps: Stamps, facts: Facts): Stamp | undefined {
  let only: Stamp | undefined
  let count = 0
  for (const stamp of Object.values(stamps)) {
    only ??= stamp
    if (stamp !== only) return undefined
    count += 1
  }
  return count > 0 && count === stampsNeeded(facts) ? only : undefined
}

function stampsNeeded(facts: Facts): number {
  let count = 0
  for (const value of Object.values(facts)) count += Array.isArray(value) ? value.length : 1
  return count
}

/** The names under which facts are stamped: a field, or `field#code` for each choice of a set (SYN-81). */
function stampedKeys(facts: Facts): readonly string[] {
  return Object.entries(facts).flatMap(([field, value]) =>
    Array.isArray(value) ? value.map((code: string) => `${field}#${code}`) : field,
  )
}

function groupsOf(stamps: Stamps): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const [field, [rev, writer]] of Object.entries(stamps)) {
    const key = `${rev} ${writer}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [writer, rev, [field]])
    else group[2].push(field)
  }
  return [...groups.values()]
}
