import { team } from './entrance.ts'
import { refusal } from './faultProxy.ts'
import { expect, test } from './fixtures.ts'
import { scan } from './scan.ts'
import { aVisit } from './visits.ts'

test.describe.configure({ mode: 'parallel' })

test('[SC-37] a device that is not recognised keeps its form and its visits', async ({ field }) => {
  const { network, tablet } = await field.aReadyTablet()
  tablet.expectsComplaint(/401/)
  network.line.meddles(({ path }) =>
    path.startsWith('/api/sync/') ? refusal(401, 'unauthenticated') : undefined,
  )
  await tablet.logs(aVisit({ minutes: 9 }))
  const next = aVisit({ ageBand: '26-39', outcome: 'toResume' })
  await tablet.fills(next)
  const before = network.line.exchanges.length
  await expect.poll(() => network.line.exchanges.length).toBeGreaterThan(before)
  await tablet.page.waitForTimeout(1_000)

  expect(new URL(tablet.page.url()).pathname).toMatch(/^\/journal/)
  await tablet.formSays(next)
  expect(await tablet.toSend()).toBeGreaterThan(0)

  network.line.meddles()
  await tablet.saves(next)
  await tablet.sendsNow()
  await tablet.hasSentEverything()
  await network.holdsExactly(tablet.logged)
})

test('[SC-38] after « Verrouiller », Back shows nothing of the team', async ({ field }) => {
  const { network, tablet } = await field.aReadyTablet()
  await tablet.logs(aVisit())
  await tablet.goesTo('/envoi')
  await tablet.goesTo('/journal')
  await network.holdsVisits(tablet.logged) // a locked device has no key to send with
  await tablet.button('Verrouiller').click()
  await expect(tablet.page.getByLabel(/Code de l['’]équipe/i)).toBeVisible()

  for (let back = 0; back < 3; back += 1) {
    await tablet.page.goBack().catch(() => null)
    await expect(tablet.form).toHaveCount(0)
    await expect(tablet.page.getByText(/Visite n° ?\d/)).toHaveCount(0)
  }
  await network.holdsExactly(tablet.logged)
})

test('[SC-40] five wrong codes: the count survives reloads, then a delay, and no code is written anywhere', async ({
  field,
}) => {
  test.slow()
  const { tablet } = await field.aReadyTablet()
  await tablet.page.reload()
  const wrong = ['482913', '482914', '482915', '482916', '482917']
  for (const [at, pin] of wrong.entries()) {
    await tablet.enters(pin)
    const alert = tablet.page.getByRole('main')
    if (at < wrong.length - 1) {
      await expect(alert).toContainText(new RegExp(`${wrong.length - 1 - at}\\s*essai`))
      await tablet.page.reload()
    } else {
      await expect(alert).toContainText(/attend|second|minute/i)
    }
  }
  await tablet.page.reload()
  await expect(tablet.page.getByRole('main')).toContainText(/attend|second|minute/i)
  await tablet.field('Code de l’équipe').fill(team.pin)
  await tablet.page.keyboard.press('Enter')
  await tablet.page.waitForTimeout(2_000)
  await expect(tablet.button('Verrouiller', '')).toHaveCount(0)

  await tablet.closes()
  expect(scan(tablet.folder, [...wrong, team.pin])).toEqual([])
})
