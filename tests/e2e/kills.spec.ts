import { announcedVisits } from './announcements.ts'
import { expect, test } from './fixtures.ts'
import { buildVariant } from './mutants/buildVariant.ts'
import { saveInTwoTransactions } from './mutants/variants.ts'
import type { Network } from './network.ts'
import type { Tablet } from './tablet.ts'

test.describe.configure({ mode: 'parallel' })

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
    const announced = await savesUntilKilled(tablet, random() * 900)
    await tablet.starts()
    await tablet.opens('/journal')
    await tablet.enters()
    await expect(tablet.form).toBeVisible()
    await becomes(
      () => tablet.items.count(),
      (shown) => shown >= there + announced,
    )
    await tablet.page.waitForTimeout(150)
    const now = await tablet.items.count()
    if (now < there + announced) lost.push(`kill ${kill}: ${there} + ${announced} announced, ${now} shown`)
    await tablet.goesTo('/envoi')
    const waiting = await becomes(
      () => visitsToSend(tablet),
      (count) => count === now,
    )
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
  const { page } = tablet
  const done = tablet.radio('Comment ça s’est passé ?', 'Fait sur place')
  const presses = async (): Promise<void> => {
    await page.keyboard.press('1')
    await done.check()
    await page.keyboard.press('Control+Enter')
  }
  await tablet.goesTo('/journal')
  await presses() // the power goes while the first save or a later one is being written
  let announced = 0
  let isDead = false
  const death = new Promise<void>((resolve) => setTimeout(resolve, milliseconds)).then(async () => {
    isDead = true
    await tablet.isKilled()
  })
  try {
    while (!isDead) {
      const before = announced
      while (!isDead && announced === before) announced = Math.max(announced, await announcedVisits(page))
      if (!isDead) await presses()
    }
  } catch {
    // the browser died in the middle of a gesture: that is the point
  }
  await death
  return announced
}

/** Screens are filled a moment after they open: the value once it is right, or what it still is after ten seconds. */
async function becomes(read: () => Promise<number>, isRight: (value: number) => boolean): Promise<number> {
  const end = Date.now() + 10_000
  let value = await read()
  while (!isRight(value) && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    value = await read()
  }
  return value
}

/** The line of visits in the table « À envoyer » of E-16. */
async function visitsToSend(tablet: Tablet): Promise<number> {
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
  test.setTimeout(600_000)
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

    console.log(`found after ${toll.kills} kills: ${[...toll.lost, ...toll.halves].join(', ')}`)
    expect([...toll.lost, ...toll.halves]).not.toEqual([])
  } finally {
    variant.remove()
  }
})
