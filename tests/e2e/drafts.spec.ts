import { expect, test } from './fixtures.ts'
import { aVisit } from './visits.ts'
import { daysBefore, inMinutes } from './words.ts'

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

test('[SC-11] twenty-five drafts without network: each is reached, the latest first, and counted the same everywhere', async ({
  field,
}) => {
  test.slow()
  const { network, tablet } = await field.aReadyTablet()
  for (const minutes of [51, 52, 53]) await tablet.logs(aVisit({ minutes }))
  await network.holdsVisits(tablet.logged)
  await tablet.losesNetwork()
  const today = tablet.day()
  const [dayBefore = '', dayBeforeThat = ''] = [1, 2].map((days) => daysBefore(today, days))

  const copied = numbers(1, 20)
  for (const minutes of copied) await tablet.beginsACopy(51, minutes)
  for (const [day, minutes] of [[dayBeforeThat, 21] as const, [dayBefore, 22] as const]) {
    await tablet.looksAtTheDay(day)
    await tablet.fillsRest({ minutes })
  }
  for (const rank of [1, 2, 3]) {
    await tablet.goesTo('/journal')
    await tablet.startsCorrecting(rank)
    await tablet.fillsRest({ minutes: 40 + rank })
  }
  await tablet.goesTo('/envoi')
  await expect(tablet.draftsCard).toHaveAccessibleName('Brouillons (25)')

  await tablet.isKilled()
  await tablet.starts()
  await tablet.opens('/journal')
  await expect(tablet.page.getByText('25 saisies commencées sont gardées')).toBeVisible()
  await tablet.enters()

  const changes = 'Voir les 3 visites dont les changements ne sont pas enregistrés'
  await expect(tablet.page.getByRole('link', { name: changes })).toBeVisible()
  await tablet.unfoldsTheDrafts()
  await expect(tablet.draftsNotice).toHaveAccessibleName('22 visites n’ont pas été enregistrées')
  const offered = minutesOf(await tablet.draftsNotice.getByRole('listitem').allInnerTexts())
  expect(offered.slice(-2), 'those of earlier days come last').toEqual([22, 21])
  expect(inOrder(offered)).toEqual([...copied, 21, 22])
  for (const minutes of offered) await tablet.resumesTheDraftOf(minutes)

  await tablet.goesTo('/envoi')
  await expect(tablet.draftsCard).toHaveAccessibleName('Brouillons (25)')
  await expect(tablet.main).toContainText(/Brouillons\s*25/)
  const links = tablet.draftsCard.getByRole('link')
  const listed = minutesOf(await links.allInnerTexts())
  expect(listed.slice(-2), 'those of earlier days come last').toEqual([22, 21])
  expect(inOrder(listed)).toEqual([...copied, 21, 22, 41, 42, 43])
  for (const minutes of [41, 42, 43, 21]) {
    await tablet.goesTo('/envoi')
    await links.filter({ hasText: inMinutes(minutes) }).click()
    if (minutes === 21) await tablet.resumesTheDraftOf(21)
    else await tablet.button('Reprendre').click()
    await expect(tablet.field('Durée en minutes')).toHaveValue(String(minutes))
  }
  await tablet.findsNetwork()
  await network.holdsExactly(tablet.logged)
})

function numbers(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}

function inOrder(minutes: readonly number[]): readonly number[] {
  return minutes.toSorted((one, other) => one - other)
}

/** Each draft of these tests has its own minutes, as a name. */
function minutesOf(texts: readonly string[]): readonly number[] {
  return texts.map((text) => Number(/(\d+)\s?min/.exec(text)?.[1]))
}

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

test('[SEC-41] a memory erased under a visit being typed is said at once, and what is typed stays and is exported', async ({
  field,
}) => {
  const { tablet } = await field.aReadyTablet()
  const visit = aVisit({ outcome: 'toResume', arrival: 'appointment', minutes: 55 })
  await tablet.fills(visit)
  await tablet.hasKeptTheDraft()
  await tablet.page.evaluate(() => indexedDB.deleteDatabase('permanence'))

  const note = tablet.page.getByRole('note', { name: 'La mémoire de cet appareil a été effacée' })
  await expect(note).toBeVisible()
  await expect(tablet.page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(tablet.page.getByText('Tout est envoyé', { exact: true })).toHaveCount(0)
  await tablet.formSays(visit)
  await tablet.button('Enregistrer la visite').click()
  const download = tablet.page.waitForEvent('download')
  await tablet.button('Exporter', '').click()
  await download
  await tablet.formSays(visit)

  await tablet.page.getByRole('link', { name: /^Envoi : / }).click()
  await expect(
    tablet.page.getByRole('heading', { level: 1, name: 'La mémoire de cet appareil a été effacée' }),
  ).toBeVisible()
  await tablet.button('Recharger la page').click()
  await expect(tablet.page.getByRole('heading', { level: 1, name: 'Installer Permanence' })).toBeVisible()
})
