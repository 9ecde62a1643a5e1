import * as v from 'valibot'
import { type Day, dayNumber, dayOfNumber } from './day.ts'

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const millisecondsPerDay = 86_400_000

/** An id of the shape of UUIDv7 whose timestamp tells the day only (SYN-43). */
export const Id = v.pipe(v.string(), v.regex(pattern, 'id'))
export type Id = v.InferOutput<typeof Id>

/** Fills with unpredictable bytes: `crypto.getRandomValues` or a seeded source in tests. */
export type RandomBytes = (length: number) => Uint8Array

/**
 * A new id for something made on that day: 00:00 UTC of the day, then 74 random bits.
 * The clock time must not be readable from an id that travels in clear (SYN-43, SEC-9; RFC 9562 § 6.1 allows it).
 */
export function newId(day: Day, random: RandomBytes): Id {
  return compose(day, random(10))
}

/**
 * The id that every device derives for the same thing without talking to the others (SLT-1).
 * It keeps the random part of `source` under another day, changed by `tag` so that the two never meet.
 * @param tag 1–255, one per meaning
 */
export function derivedId(source: Id, day: Day, tag: number): Id {
  const hex = source.replaceAll('-', '')
  const bytes = Uint8Array.from({ length: 10 }, (_, index) =>
    Number.parseInt(hex.slice(12 + index * 2, 14 + index * 2), 16),
  )
  bytes[9] = (bytes[9] ?? 0) ^ tag
  return compose(day, bytes)
}

/** The day an id was made on, from its timestamp field. */
export function dayOfId(id: Id): Day {
  const milliseconds = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
  return dayOfNumber(Math.floor(milliseconds / millisecondsPerDay))
}

function compose(day: Day, bytes: Uint8Array): Id {
  const time = (dayNumber(day) * millisecondsPerDay).toString(16).padStart(12, '0')
  const tail = [...bytes]
    .map((byte, index) => (index === 0 ? 0x70 | (byte & 0x0f) : index === 2 ? 0x80 | (byte & 0x3f) : byte))
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  return `${time.slice(0, 8)}-${time.slice(8)}-${tail.slice(0, 4)}-${tail.slice(4, 8)}-${tail.slice(8)}`
}
