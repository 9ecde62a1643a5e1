import { expect, test } from './fixtures.ts'
import { aVisit } from './visits.ts'

test.describe.configure({ mode: 'parallel' })

test('[SC-8] a form cut by a power failure is offered again with every answer', async ({ field }) => {
  const { network, tablet } = await field.aReadyTablet()
  await tablet.losesNetwork()
  const visit = aVisit({ outcome: 'toResume', arrival: 'appointment', ageBand: '60-69', minutes: 55 })
  await tablet.fills(visit)
  await tablet.hasKeptTheDraft()

  await tablet.isKilled()
  await tablet.starts()
  await tablet.opens('/journal')
  await tablet.enters()
  await tablet.button('Reprendre', '').click()
  await tablet.formSays(visit)
  await tablet.saves(visit)

  await tablet.findsNetwork()
  await network.holdsExactly(tablet.logged)
})

test('[SC-9] the draft of a new visit and the one of an edited visit are each offered where they belong', async ({
  field,
}) => {
  const { network, tablet } = await field.aReadyTablet()
  await tablet.logs(aVisit({ minutes: 10 }))
  await tablet.fills(aVisit({ outcome: 'blocked' }))
  await tablet.hasKeptTheDraft()
  await tablet.startsCorrecting(1)
  await tablet.fillsRest({ minutes: 20 })
  await tablet.hasKeptTheDraft()
  const editor = new URL(tablet.page.url()).pathname

  await tablet.isKilled()
  await tablet.starts()
  await tablet.opens(editor)
  await tablet.enters()
  await tablet.button('Reprendre', '').click()
  await expect(tablet.page.getByLabel(/Durée en minutes/i)).toHaveValue('20')
  await tablet.goesTo('/journal')
  await tablet.button('Reprendre', '').click()
  await tablet.formSays(aVisit({ outcome: 'blocked' }))
  await network.holdsExactly(tablet.logged)
})

test('[SC-10] after a save and a reload nothing pretends to be a draft', async ({ field }) => {
  const { network, tablet } = await field.aReadyTablet()
  await tablet.logs(aVisit({ ageBand: '26-39', minutes: 15 }))
  await tablet.page.reload()
  await tablet.enters()
  await tablet.showsEverything()
  await expect(tablet.button('Reprendre', '')).toHaveCount(0)
  await expect(tablet.page.getByText(/brouillon/i)).toHaveCount(0)
  await network.holdsExactly(tablet.logged)
})

test('[SC-11] drafts of several visits are all reachable without network, as many everywhere', async ({
  field,
}) => {
  test.slow()
  const { network, tablet } = await field.aReadyTablet()
  const count = 6
  for (let minutes = 1; minutes <= count; minutes += 1) await tablet.logs(aVisit({ minutes }))
  await tablet.hasSentEverything()
  await tablet.losesNetwork()
  for (let number = 1; number <= count; number += 1) {
    await tablet.startsCorrecting(number)
    await tablet.fillsRest({ minutes: 100 + number })
    await tablet.hasKeptTheDraft()
    await tablet.goesTo('/journal')
  }
  await tablet.isKilled()
  await tablet.starts()
  await tablet.opens('/journal')
  await tablet.enters()

  for (let number = 1; number <= count; number += 1) {
    await tablet.startsCorrecting(number)
    await tablet.button('Reprendre', '').click()
    await expect(tablet.page.getByLabel(/Durée en minutes/i)).toHaveValue(String(100 + number))
    await tablet.goesTo('/journal')
  }
  await tablet.findsNetwork()
  await network.holdsExactly(tablet.logged)
})

test('[SC-12] leaving by Back a form with errors keeps what was answered', async ({ field }) => {
  const { network, tablet } = await field.aReadyTablet()
  await tablet.goesTo('/envoi')
  await tablet.goesTo('/journal')
  await tablet.choosesProcedure('Ouvrir un compte ameli')
  await tablet.chooses('Tranche d’âge', '40 à 59 ans')
  await tablet.button('Enregistrer la visite').click()
  await expect(tablet.page).toHaveTitle(/^Erreur/)
  await tablet.hasKeptTheDraft()

  await tablet.page.goBack()
  await tablet.goesTo('/journal')

  await tablet.button('Reprendre', '').click()
  await expect(tablet.radio('Tranche d’âge', '40 à 59 ans')).toBeChecked()
  await network.holdsExactly([])
})

test('[SC-13] throwing a draft away removes that one, and only that one', async ({ field }) => {
  const { network, tablet } = await field.aReadyTablet()
  await tablet.logs(aVisit({ minutes: 10 }))
  await tablet.startsCorrecting(1)
  await tablet.fillsRest({ minutes: 20 })
  await tablet.hasKeptTheDraft()
  const editor = new URL(tablet.page.url()).pathname
  await tablet.goesTo('/journal')
  await tablet.fills(aVisit({ outcome: 'blocked' }))
  await tablet.hasKeptTheDraft()
  await tablet.isKilled()

  await tablet.starts()
  await tablet.opens('/journal')
  await tablet.enters()
  await tablet.button('Jeter', '').click()
  await expect(tablet.button('Reprendre', '')).toHaveCount(0)
  await tablet.page.reload()
  await tablet.enters()
  await expect(tablet.button('Reprendre', '')).toHaveCount(0)
  await tablet.opens(editor)
  await tablet.enters()
  await expect(tablet.button('Reprendre', '')).toBeVisible()
  await network.holdsExactly(tablet.logged)
})

test('[SC-17] another language in the middle of a form, without network: the words change, the answers stay', async ({
  field,
}) => {
  const { network, tablet } = await field.aReadyTablet()
  await tablet.losesNetwork()
  await tablet.choosesProcedure('Ouvrir un compte ameli')
  await tablet.chooses('Tranche d’âge', '40 à 59 ans')

  await tablet.changesLanguage('English')

  const group = tablet.page.getByRole('radiogroup', { name: /age/i })
  await expect(group.getByRole('radio', { checked: true })).toHaveCount(1)
  await expect(tablet.page.getByRole('checkbox', { checked: true })).toHaveCount(1)
  await tablet.changesLanguage('Français')
  await expect(tablet.radio('Tranche d’âge', '40 à 59 ans')).toBeChecked()
  await tablet.findsNetwork()
  await network.holdsExactly([])
})
