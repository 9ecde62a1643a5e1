import type { Stamp } from '#domain/record.ts'

type Group = [writer: string, rev: number, fields: string[]]

/**
 * Stamps as they lie in the database: grouped by write, since most records were written once.
 * `[["<writer>", 12, ["arrival", "day"]]]` instead of one pair per field.
 */
export function stampsToText(stamps: Readonly<Record<string, Stamp>>): string {
  const groups = new Map<string, Group>()
  let last: Group | undefined
  for (const [field, [rev, writer]] of Object.entries(stamps)) {
    if (last === undefined || last[1] !== rev || last[0] !== writer) {
      const key = `${rev} ${writer}`
      last = groups.get(key) ?? [writer, rev, []]
      groups.set(key, last)
    }
    last[2].push(field)
  }
  return JSON.stringify([...groups.values()])
}

export function stampsFromText(text: string): Record<string, Stamp> {
  const groups = JSON.parse(text) as readonly Group[]
  return Object.fromEntries(
    groups.flatMap(([writer, rev, fields]) => fields.map((field) => [field, [rev, writer] as const])),
  )
}
