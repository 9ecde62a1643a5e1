/** A whole number in figures; `undefined` for anything else. */
export function readWhole(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

/** « 75 », « 75 min », « 1h15 », « 1 h 15 », « 2 h », as people write a duration; `undefined` for anything else. */
export function readMinutes(text: string): number | undefined {
  const [, alone] = /^(\d{1,4})\s*(?:min|mn|minutes?)?\.?$/i.exec(text) ?? []
  if (alone !== undefined) return Number(alone)
  const [, hours, minutes = '0'] = /^(\d{1,2})\s*h(?:\s*([0-5]?\d)(?:\s*(?:min|mn)\.?)?)?$/i.exec(text) ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}
