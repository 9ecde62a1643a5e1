import { isDay } from '#domain/day.ts'

/** Why a team PIN cannot be taken; each is also a translation key. */
export type PinProblem = 'pinShape' | 'pinTrivial'

/** Six digits, and not among the ones that everybody tries first (ASVS 6.2.4). */
export function pinProblem(pin: string): PinProblem | undefined {
  if (!/^\d{6}$/.test(pin)) return 'pinShape'
  return isTrivial(pin) ? 'pinTrivial' : undefined
}

function isTrivial(pin: string): boolean {
  const isRepeated = /^(\d{1,3})\1+$/.test(pin) || new Set(pin).size <= 2
  const steps = new Set([...pin].slice(1).map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10))
  const isDoubled = /^(\d)\1(\d)\2(\d)\3$/.test(pin)
  return isRepeated || isDoubled || steps.size === 1 || isDate(pin)
}

/** A birthday written as JJMMAA or AAMMJJ, whatever the century. */
function isDate(pin: string): boolean {
  const [first, middle, last] = [pin.slice(0, 2), pin.slice(2, 4), pin.slice(4)]
  return [`20${last}-${middle}-${first}`, `20${first}-${middle}-${last}`].some(isDay)
}
