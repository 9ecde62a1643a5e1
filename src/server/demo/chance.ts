/** A number in [0, 1) that repeats for a seed, so that two demonstrations are the same. Never for secrets. */
export type Chance = () => number

/** Mulberry32 (Tommy Ettinger, public domain). */
export function seededChance(seed: number): Chance {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of the choices, each as likely as its weight. */
export function pick<Choice>(
  chance: Chance,
  weighted: readonly (readonly [choice: Choice, weight: number])[],
): Choice {
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0)
  let left = chance() * total
  for (const [choice, weight] of weighted) {
    left -= weight
    if (left < 0) return choice
  }
  const last = weighted.at(-1)
  if (last === undefined) throw new Error('nothing to pick from')
  return last[0]
}

/** How many people come when `mean` are expected (Knuth's method; at most `most`). */
export function poisson(chance: Chance, mean: number, most: number): number {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = chance(); product > limit && count < most; product *= chance()) count += 1
  return count
}

/** A log-normal draw from its median and 90th percentile (Box–Muller). */
export function logNormal(chance: Chance, median: number, ninth: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
  return median * Math.exp((Math.log(ninth / median) / 1.2816) * normal)
}
