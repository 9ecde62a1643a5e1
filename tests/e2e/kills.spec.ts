import { announcedVisits } from './announcements.ts'
import { expect, test } from './fixtures.ts'
import { buildVariant } from './mutants/buildVariant.ts'
import { saveInTwoTransactions } from './mutants/variants.ts'
import type { Network } from './network.ts'
import type { Tablet } from './tablet.ts'

/** Reproducible choices: mulberry32, from the seed printed with the test. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Toll {
  readonly kills: number
  /** Announced as saved, and not there afterwards. */
  readonly lost: readonly string[]
  /** Visits on the day's list without the operation that would send them, or the reverse. */
  readonly halves: readonly string[]
}

/**
 * Saves visits as fast as the keyboard goes and kills the browser in the middle, again and again on the same profile.
 * Stops at the first fault.
 */
async function burstsOfSaves(
  network: Network,
  tablet: Tablet,
  kills: number,
  random: () => number,
): Promise<Toll> {
  const lost: string[] = []
  const halves: string[] = []
  let there = 0
  for (let kill = 1; kill <= kills; kill += 1) {
    const announced = await savesUntilKilled(tablet, 150 + random() * 900)
    await tablet.starts()
    await tablet.opens('/journal')
    await tablet.enters()
    const now = await tablet.items.count()
    if (now < there + announced) lost.push(`kill ${kill}: ${there} + ${announced} announced, ${now} shown`)
    const waiting = await visitsToSend(tablet)
    if (waiting !== now) halves.push(`kill ${kill}: ${now} shown, ${waiting} to send`)
    if (lost.length + halves.length > 0) return { kills: kill, lost, halves }
    there = now
  }
  await tablet.findsNetwork()
  await tablet.sendsNow()
  await tablet.hasSentEverything(60_000)
  const stored = network.stored().living('visit').length
  if (stored !== there) halves.push(`at the end: ${there} shown, ${stored} on the server`)
  return { kills, lost, halves }
}

/**
 * Presses the keys of the commonest visit as fast as they are answered, until the power goes.
 * @returns how many were announced as saved before that
 */
async function savesUntilKilled(tablet: Tablet, milliseconds: number): Promise<number> {
  let announced = 0
  let isDead = false
  const death = new Promise<void>((resolve) => setTimeout(resolve, milliseconds)).then(async () => {
    isDead = true
    await tablet.isKilled()
  })
  const { page } = tablet
  try {
    const done = tablet.radio('Comment ça s’est passé ?', 'Fait sur place')
    while (!isDead) {
      await page.keyboard.press('1')
      await done.check()
      await page.keyboard.press('Control+Enter')
      const before = announced
      while (!isDead && announced === before) announced = Math.max(announced, await announcedVisits(page))
    }
  } catch {
    // the browser died in the middle of a gesture: that is the point
  }
  await death
  return announced
}

/** The line of visits in the table « À envoyer » of E-16. */
async function visitsToSend(tablet: Tablet): Promise<number> {
  await tablet.goesTo('/envoi')
  const table = tablet.page.getByRole('table', { name: /À envoyer/i })
  const rows = table.getByRole('row').filter({ hasText: /Visite/ })
  const counts = await rows.evaluateAll((found) =>
    found.map((row) => Number(row.lastElementChild?.textContent)),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

test('[SYN-1] fifty power failures in the middle of saves: all that was announced is there, nothing by halves', async ({
  field,
}) => {
  test.setTimeout(300_000)
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000)
  const kills = Number(process.env.KILLS ?? 50)
  console.log(`seed ${seed}`)
  const { network, tablet } = await field.aReadyTablet()
  await tablet.losesNetwork()

  const toll = await burstsOfSaves(network, tablet, kills, randomFrom(seed))

  expect(toll).toEqual({ kills, lost: [], halves: [] })
})

test('[SYN-113] power failures betray a save made of two transactions', async ({ field }) => {
  test.setTimeout(120_000)
  const variant = await buildVariant(saveInTwoTransactions)
  try {
    const { network, tablet } = await field.aReadyTablet({ build: variant.folder })
    await tablet.losesNetwork()

    const toll = await burstsOfSaves(network, tablet, 20, randomFrom(1))

    console.log(`found after ${toll.kills} kills: ${toll.halves.join(', ')}`)
    expect(toll.halves).not.toEqual([])
  } finally {
    variant.remove()
  }
})
