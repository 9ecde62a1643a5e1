import { expect, test } from './fixtures.ts'
import { aVisit } from './visits.ts'
import { named, todayInParis } from './words.ts'

test('[G29] people who could not be received are counted on each device and added up', async ({ field }) => {
  test.slow()
  const { network, tablet } = await field.aReadyTablet()
  const other = await network.aJoinedTablet(tablet)
  const counter = (device: typeof tablet) => device.button('Personne non reçue')
  for (let press = 0; press < 3; press += 1) await counter(tablet).click()
  await expect(tablet.main).toContainText('3 personnes non reçues')
  await tablet.button('Annuler').click()
  await expect(tablet.main).toContainText('2 personnes non reçues')
  await counter(other).click()

  const tallies = () =>
    network
      .stored()
      .living('event')
      .map(({ facts }) =>
        Object.entries(facts)
          .filter(([name]) => name.startsWith('tallies.turnedAway.'))
          .map(([, count]) => count)
          .sort(),
      )
  await expect.poll(tallies, { timeout: 30_000 }).toEqual([[1, 2]])
  await tablet.sendsNow()
  await expect(tablet.main).toContainText('3 personnes non reçues')
  await network.holdsExactly([])
})

test('[E-1] a visit copied, moved to another half-day and found again by its own address', async ({
  field,
}) => {
  const { network, tablet } = await field.aReadyTablet()
  await tablet.logs(aVisit({ ageBand: '26-39', minutes: 20 }))
  await tablet.button('Dupliquer la visite n° 1').click()
  await expect(tablet.radio('Tranche d’âge', '26 à 39 ans')).toBeChecked()
  await tablet.saves(aVisit({ ageBand: '26-39', minutes: 20 }))

  await tablet.startsCorrecting(2)
  const address = new URL(tablet.page.url()).pathname
  const half = tablet.page.getByRole('radiogroup', { name: named('Demi-journée') })
  const isEvening = await half.getByRole('radio', { name: 'Soir', exact: true }).isChecked()
  const target = isEvening ? 'Matin' : 'Soir'
  await half.getByRole('radio', { name: target, exact: true }).check({ force: true })
  await tablet.button('Enregistrer les changements').click()
  await expect(tablet.page.getByRole('status')).toContainText('modifiée')
  await expect(tablet.items).toHaveCount(1)

  await tablet.opens(address)
  await tablet.enters()
  await expect(tablet.heading('Visite n° 1 du', '')).toBeVisible()
  await tablet.hasSentEverything()
  const halves = network
    .stored()
    .living('visit')
    .map(({ facts }) => facts.halfDay)
  expect(new Set(halves).size).toBe(2)
  const events = network
    .stored()
    .living('event')
    .map(({ id }) => id)
  for (const { facts } of network.stored().living('visit')) expect(events).toContain(facts.eventId)
})

test('[PAPER-1] the day on paper: place, date, every visit, totals, and nothing to press', async ({
  field,
}) => {
  const { tablet } = await field.aReadyTablet()
  await tablet.logs(aVisit({ ageBand: '70plus', minutes: 20 }))
  await tablet.logs(aVisit({ procedures: ['residence.permit'], outcome: 'blocked', minutes: 45 }))
  await tablet.page.emulateMedia({ media: 'print' })

  const paper = tablet.page.getByRole('article')
  await expect(paper).toContainText('Maison du Banlay')
  await expect(paper).toContainText(todayInParis().slice(0, 4))
  await expect(paper.getByRole('row')).toHaveCount(3)
  await expect(paper).toContainText(/2 visites · 1\sh\s05/)
  await expect(tablet.page.getByRole('button')).toHaveCount(0)
  await expect(tablet.form).toBeHidden()
  await expect(tablet.page.getByRole('navigation')).toHaveCount(0)

  await tablet.page.emulateMedia({ media: 'screen' })
  await expect(paper).toHaveCount(0)
})
