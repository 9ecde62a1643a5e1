import { team } from './entrance.ts'
import { expect, test } from './fixtures.ts'
import { aVisit } from './visits.ts'

test.describe.configure({ mode: 'parallel' })

/** WORD-2: what nobody should read. */
const forbiddenWords =
  /\b(oups|invalide|veuillez|undefined|null|NaN|error|exception|token|session|synchroni|stock(é|er))\b|!/i

test('[STATE-5] each answer of the first start is checked when it is sent, and what was typed stays', async ({
  field,
}) => {
  const network = await field.aNetwork()
  const tablet = network.aTablet()
  await tablet.starts()
  await tablet.page.goto(network.server.setUpLink)
  const refused = async (label: string, typed: string): Promise<void> => {
    await tablet.field(label).fill(typed)
    await tablet.button('Continuer').click()
    await expect(tablet.page).toHaveTitle(/^Erreur/)
    await expect(tablet.field(label)).toHaveValue(typed)
    await expect(tablet.field(label)).toHaveAttribute('aria-invalid', 'true')
    await expect(tablet.main).not.toContainText(forbiddenWords)
  }
  for (const typed of ['', '   ', 'x'.repeat(121), 'a\u202eb', '1 85 05 78 006 084 91']) {
    await refused('Nom du réseau', typed)
  }
  await tablet.field('Nom du réseau').fill(team.network)
  await tablet.button('Continuer').click()
  await tablet.field('Nom de l’équipe').fill(team.site)
  await tablet.button('Continuer').click()
  await tablet.field('Nom du lieu').fill(team.place)
  await tablet.field('Genre de lieu').selectOption({ index: 1 })
  await tablet.button('Continuer').click()
  await tablet.button('Continuer').click()

  for (const pin of ['12345', '000000', '123456', '654321', '111111', '010190', '12345a']) {
    await tablet.field('Code de l’équipe').fill(pin)
    await tablet.field('Le même code, une deuxième fois').fill(pin)
    await tablet.button('Continuer').click()
    await expect(tablet.page, pin).toHaveTitle(/^Erreur/)
    await expect(tablet.main).not.toContainText(forbiddenWords)
  }
  await tablet.field('Code de l’équipe').fill('739154')
  await tablet.field('Le même code, une deuxième fois').fill('739155')
  await tablet.button('Continuer').click()
  await expect(tablet.main).toContainText('ne sont pas les mêmes')
})

test('[STATE-5] a visit with wrong minutes, or without what it needs, is not saved and stays on screen', async ({
  field,
}) => {
  const { network, tablet } = await field.aReadyTablet()
  await tablet.button('Enregistrer la visite').click()
  await expect(tablet.page).toHaveTitle(/^Erreur/)
  await expect(tablet.form).toContainText('Choisissez au moins une démarche')

  await tablet.fills(aVisit({ ageBand: '40-59' }))
  await tablet.showsDetails()
  for (const [minutes, words] of [
    ['481', 'La durée va de 0 à 480'],
    ['-5', 'Cette durée n’est pas comprise'],
    ['9999', 'La durée va de 0 à 480'],
    ['1.5', 'Cette durée n’est pas comprise'],
    ['1e9', 'Cette durée n’est pas comprise'],
  ] as const) {
    await tablet.field('Durée en minutes').fill('')
    await tablet.field('Durée en minutes').pressSequentially(minutes)
    await tablet.button('Enregistrer la visite').click()
    await expect(tablet.form, minutes).toContainText(words)
    await expect(tablet.field('Durée en minutes')).toHaveValue(minutes)
  }
  await expect(tablet.radio('Tranche d’âge', '40 à 59 ans')).toBeChecked()
  expect(await tablet.toSend()).toBe(0)

  await tablet.field('Durée en minutes').fill('45')
  await tablet.saves(aVisit({ ageBand: '40-59', minutes: 45 }))
  await network.holdsExactly(tablet.logged)
})

test('[SYN-1] pressing save twice saves once', async ({ field }) => {
  const { network, tablet } = await field.aReadyTablet()
  const visit = aVisit({ minutes: 12 })
  await tablet.fills(visit)
  await tablet.button('Enregistrer la visite').dblclick()
  await tablet.hasAnnounced(visit)
  await tablet.page.waitForTimeout(500)
  await expect(tablet.items).toHaveCount(1)
  await network.holdsExactly(tablet.logged)
})

test('[NAV-1] an address that names no day, a day to come or an unknown visit says so and loses nothing', async ({
  field,
}) => {
  const { network, tablet } = await field.aReadyTablet()
  await tablet.logs(aVisit())
  const visit = '019ac000-0000-7000-8000-000000000000'
  const addresses: readonly (readonly [string, RegExp])[] = [
    ['/journal/2026-13-45', /ne donne pas un jour/],
    ['/journal/pas-un-jour', /ne donne pas un jour/],
    ['/journal/2199-01-01', /pas encore arrivé/],
    [`/journal/2026-11-20/visite/${visit}`, /n’est pas sur cet appareil/],
    ['/journal/2026-11-20/visite/%3Cscript%3E', /n’est pas sur cet appareil|n’existe pas/],
    ['/absente/tres/loin', /n’existe pas/],
  ]
  for (const [path, words] of addresses) {
    await tablet.opens(path)
    await expect(tablet.page.getByRole('heading', { level: 1 })).toBeVisible()
    if (path.startsWith('/journal')) await tablet.enters()
    await expect(tablet.main, path).toContainText(words)
    await expect(tablet.main, path).not.toContainText(forbiddenWords)
  }
  await tablet.opens('/journal')
  await tablet.enters()
  await tablet.showsEverything()
  await network.holdsExactly(tablet.logged)
})

test('[SEC-62] a link or a code that opens nothing is refused in words, and its secret leaves the address', async ({
  field,
}) => {
  const network = await field.aNetwork()
  const tablet = network.aTablet()
  tablet.expectsComplaint(/status of 4(04|10|29)/)
  await tablet.starts()
  for (const link of [
    '/#e=019ac000-0000-7000-8000-000000000000.AAAAAAAAAAAAAAAAAAAAAA',
    '/#e=nimporte-quoi',
  ]) {
    await tablet.page.goto(network.line.url + link)
    await expect(tablet.page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(tablet.page.url()).not.toContain('#')
    await tablet.page.goto('about:blank')
  }
  await tablet.opens('/inscription')
  const code = tablet.field('Code de 16 signes')
  for (const typed of ['', '7K4M', '7K4M 2QRT 9XWB 3HJU', '7K4M 2QRT 9XWB 3HJ!']) {
    await code.fill(typed)
    await tablet.choosesPin(team.pin)
    await tablet.button('Ajouter cet appareil').click()
    await expect(tablet.page, typed).toHaveTitle(/^Erreur/)
    await expect(tablet.main).not.toContainText(forbiddenWords)
  }
  await code.fill('7K4M 2QRT 9XWB 3HJD')
  await tablet.choosesPin(team.pin)
  await tablet.button('Ajouter cet appareil').click()
  await expect(tablet.main).toContainText('n’est pas connu du serveur')
  await expect(code).toHaveValue(/7K4M/)
})
