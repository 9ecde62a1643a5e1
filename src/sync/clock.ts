import { type Day, type HalfDay, halfDayOfHour } from '#domain/day.ts'
import type { TimeMark } from '#storage/meta.ts'
import { cell, type Subscribable } from '#storage/subscribable.ts'

/** The two clocks of a device, in milliseconds: one that people set, one that nobody moves. */
export interface DeviceClocks {
  readonly wall: () => number
  readonly monotonic: () => number
}

/** The day in Paris as far as this device knows (SEC-83). Not verified: the person confirms it (SYN-25). */
export interface Today {
  readonly day: Day
  readonly halfDay: HalfDay
  readonly verified: boolean
  /** The day that access limits are judged by (SEC-85): a wrong clock neither extends them nor shuts anybody out. */
  readonly accessDay: Day
  /** Device clock minus server, in minutes, at the last contact of this page; `null` before one. */
  readonly minutesOff: number | null
}

export interface TrustedClock {
  /** Trusted time, milliseconds of the Unix epoch. */
  readonly now: () => number
  readonly today: Subscribable<Today>
  /** The server's time, for signatures: what it said last, whatever we think of it. */
  readonly signingTime: () => number
  /** A time the server told in an answer that counts (SEC-82). */
  readonly learn: (serverTime: number) => void
  /** Looks at the clock again; to be called each minute. */
  readonly tick: () => void
  /** What must be stored so that a restart knows as much; `null` before any contact. */
  readonly mark: () => TimeMark | null
}

const dayLength = 86_400_000
/** The server's own time moved by more than this: somebody changed it (SEC-84). */
const jump = dayLength
/** Clocks drift and servers are set right: only a fall by more than this is one. */
const slack = 300_000

interface Base {
  readonly time: number
  readonly wall: number
  readonly monotonic: number
  readonly fromServer: boolean
}

/**
 * Trusted time (SEC-83, SEC-84): the server's last time and what has passed since. After a restart without network,
 * the device clock corrected by the last known offset.
 * @param maxOfflineDays how far from the last server time the clock is still believed
 */
export function trustedClock(
  clocks: DeviceClocks,
  stored: TimeMark | null,
  maxOfflineDays: () => number,
): TrustedClock {
  const here = () => ({ wall: clocks.wall(), monotonic: clocks.monotonic() })
  const start = here()
  let base: Base = { ...start, time: start.wall + (stored?.offset ?? 0), fromServer: false }
  let heard = base
  let contact = stored
  // It is at least this late: only time that surely passed raises it, so that no clock setting can poison it.
  let floor = { time: stored?.mark ?? 0, monotonic: start.monotonic }
  let jumped = false
  let minutesOff: number | null = null

  // Asleep, the monotonic clock may stop; set back, the wall clock runs backwards: the larger is right (SEC-35).
  const at = (from: Base) =>
    Math.round(from.time + Math.max(clocks.monotonic() - from.monotonic, clocks.wall() - from.wall))
  const now = () => at(base)
  const mark = () => Math.round(floor.time + clocks.monotonic() - floor.monotonic)
  const isVerified = () => {
    if (contact === null || jumped) return false
    return now() >= mark() - slack && now() - contact.server <= maxOfflineDays() * dayLength
  }
  const look = (): Today => {
    const verified = isVerified()
    // It is surely not earlier than the mark: better than 1970 to propose to the person.
    const proposed = civil(Math.max(now(), mark()))
    const accessDay = verified || contact === null ? proposed.day : civil(mark()).day
    return { ...proposed, verified, accessDay, minutesOff }
  }
  const today = cell(look())

  const tick = () => {
    const [before, next] = [today.current(), look()]
    const isSame =
      before.day === next.day &&
      before.halfDay === next.halfDay &&
      before.verified === next.verified &&
      before.accessDay === next.accessDay &&
      before.minutesOff === next.minutesOff
    if (!isSame) today.set(next)
  }
  const learn = (serverTime: number) => {
    const { wall, monotonic } = here()
    // Neither of our clocks agrees: it is the server's that moved.
    const expected = [base.time + monotonic - base.monotonic, base.time + wall - base.wall]
    jumped = base.fromServer && expected.every((time) => Math.abs(serverTime - time) > jump)
    heard = { wall, monotonic, time: serverTime, fromServer: true }
    minutesOff = Math.round((wall - serverTime) / 60_000)
    if (!jumped) {
      base = heard
      floor = { time: Math.max(mark(), serverTime), monotonic }
      contact = { offset: serverTime - wall, server: serverTime, mark: floor.time }
    }
    tick()
  }
  return {
    now,
    today,
    signingTime: () => at(heard),
    learn,
    tick,
    mark: () => (contact === null ? null : { ...contact, mark: mark() }),
  }
}

const paris = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
})

/** Day and half-day in Paris at an instant, whatever the zone of the device. */
export function civil(time: number): { readonly day: Day; readonly halfDay: HalfDay } {
  const parts = new Map(paris.formatToParts(time).map(({ type, value }) => [type, value]))
  const part = (name: 'year' | 'month' | 'day' | 'hour') => parts.get(name) ?? ''
  return {
    day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    halfDay: halfDayOfHour(Number(part('hour'))),
  }
}
