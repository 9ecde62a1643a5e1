import '#ui/base.css'
import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { anEnrolledStage, stageDay, strike } from '#app/testStage.tsx'
import type { Id } from '#domain/ids.ts'
import { draftsOfKind } from '#storage/drafts.ts'
import { anId, outboxOf, saves } from '#storage/testDevice.ts'
import { transferFacts } from '#storage/transfers.ts'
import { newDeviceKey, openDeviceKey } from '#storage/vault/deviceKey.ts'
import { DataPage } from './DataPage.tsx'
import { DevicesPage } from './DevicesPage.tsx'
import { DoorCard } from './DoorCard.tsx'
import { MembersPage } from './MembersPage.tsx'

afterEach(strike)

const field = (name: string) => page.getByLabelText(name, { exact: true })
const button = (name: string) => page.getByRole('button', { name, exact: true })
const main = page.getByRole('main')
const door = {
  device: '01a205b3-d000-7d0c-b335-91bf6f33ce25',
  link: 'https://permanence.example/#e=01a205b3-d000-7d0c-b335-91bf6f33ce25.q2GO7hpy8eU_w4Zwbk5MvQ',
  code: '7K4M2QRT9XWB3HJD',
  expires: '2026-11-24T09:10:00.000Z',
}

test('[SEC-62] adding a device asks for its name, and without the server says that it needs the network', async () => {
  const { show } = await anEnrolledStage()
  const { material } = await newDeviceKey()
  show(<DevicesPage deviceKey={await openDeviceKey(material)} />)
  await button('Ajouter un appareil').click()
  await button('Faire un code').click()
  await expect.element(main).toMatchTextContent('Écrivez ce nom. Exemple : Tablette de Banlay')

  await field('Nom de l’appareil').fill('Tablette 2')
  await button('Faire un code').click()
  const note = page.getByRole('note', { name: 'Le code n’a pas pu être fait' })
  await expect.element(note).toBeVisible()
  await expect.element(field('Nom de l’appareil')).toHaveValue('Tablette 2')
})

test('[SEC-62] an open door shows a drawing, the address, the code by groups of four and the time that is left', async () => {
  const { show } = await anEnrolledStage()
  show(<DoorCard door={door} onAgain={() => undefined} onClose={() => undefined} />)
  await expect.element(page.getByRole('img', { name: /Dessin qui contient le lien/ })).toBeVisible()
  await expect.element(main).toMatchTextContent(door.link)
  await expect.element(main).toMatchTextContent('7K4M 2QRT 9XWB 3HJD')
  await expect.element(page.getByRole('timer')).toMatchTextContent(/Il reste (10 min 00|9 min 5\d) s/)
})

test('[SEC-62] once the device of this door has come, and no other, its name is told and the code goes away', async () => {
  const { show, db } = await anEnrolledStage()
  show(<DoorCard door={door} onAgain={() => undefined} onClose={() => undefined} />)
  await expect.element(main).toMatchTextContent('7K4M')
  const came = (record: Id, label: string) => {
    const set = { label, use: 'staff', state: 'active', enrolledOn: stageDay }
    return saves(db, { kind: 'device', record, base: 0, change: { set } })
  }

  await came(anId(), 'Tablette d’avant')
  await expect.element(main).toMatchTextContent('7K4M')
  await expect.element(main).not.toMatchTextContent('est ajouté')

  await came(door.device, 'Tablette 2')
  await expect.element(main).toMatchTextContent(/«.Tablette 2.» est ajouté/)
  await expect.element(main).not.toMatchTextContent('7K4M')
})

test('[E-19] a member is added, then closed, each as one operation that names only what changed', async () => {
  const { show, db } = await anEnrolledStage()
  show(<MembersPage />)
  const before = (await outboxOf(db)).length
  await button('Ajouter un membre').click()
  await field('Nom affiché').fill('  Sara ')
  await field('Fonction').selectOptions('digitalMediator')
  await expect.element(page.getByRole('radio', { name: /Médiateur·rice/ })).toBeChecked()
  await button('Enregistrer le membre').click()
  await expect.element(page.getByRole('row', { name: /Sara/ })).toMatchTextContent('depuis le 24/11/2026')

  await page.getByRole('button', { name: 'Modifier : Sara' }).click()
  await button('Terminer aujourd’hui').click()
  await button('Enregistrer le membre').click()
  await expect.element(page.getByRole('row', { name: /Sara/ })).toMatchTextContent('au 24/11/2026')

  const made = (await outboxOf(db)).slice(before).map(({ body }) => JSON.parse(body))
  expect(made).toHaveLength(2)
  expect(made[0].set).toEqual({
    name: 'Sara',
    function: 'digitalMediator',
    role: 'mediator',
    startsOn: stageDay,
  })
  expect(made[1]).toMatchObject({ record: made[0].record, set: { endsOn: stageDay } })
  expect(Object.keys(made[1].set)).toEqual(['endsOn'])
})

test('[SEC-71] the only coordinator cannot give the role away', async () => {
  const { show, db } = await anEnrolledStage()
  show(<MembersPage />)
  await page.getByRole('button', { name: 'Modifier : Inès' }).click()
  await field('Fonction').selectOptions('digitalMediator')
  await page.getByRole('radio', { name: /Médiateur·rice/ }).click()
  const before = (await outboxOf(db)).length
  await button('Enregistrer le membre').click()
  await expect.element(main).toMatchTextContent('Vous êtes la seule personne à coordonner')
  expect(await outboxOf(db)).toHaveLength(before)
})

test('[SC-9] a member half typed is there again after another page, and gone once cancelled', async () => {
  const { show, db } = await anEnrolledStage()
  show(<MembersPage />)
  await button('Ajouter un membre').click()
  await field('Nom affiché').fill('Sar')
  show(<DataPage />)
  await expect.element(field('Nom de l’équipe')).toBeVisible()

  show(<MembersPage />)
  await expect.element(field('Nom affiché')).toHaveValue('Sar')
  await expect
    .element(page.getByRole('note', { name: 'Ce que vous aviez tapé est toujours là.' }))
    .toBeVisible()
  expect((await transferFacts(db)).drafts).toBe(0) // drafts are visits
  await button('Annuler').click()
  await expect.element(field('Nom affiché')).not.toBeInTheDocument()
  show(<MembersPage />)
  await expect.element(button('Ajouter un membre')).toBeVisible()
  expect(await draftsOfKind(db, 'memberForm')).toEqual([])
})

test('[SC-9] a member being changed, then saved after another page, leaves no draft', async () => {
  const { show, db } = await anEnrolledStage()
  show(<MembersPage />)
  const before = (await outboxOf(db)).length
  await page.getByRole('button', { name: 'Modifier : Paul' }).click()
  await field('Nom affiché').fill('Paulo')
  await field('Fonction').selectOptions('digitalMediator')
  show(<MembersPage />)
  await expect.element(field('Nom affiché')).toHaveValue('Paulo')
  await button('Enregistrer le membre').click()
  await expect.element(page.getByRole('row', { name: /Paulo/ })).toBeVisible()
  const [made] = (await outboxOf(db)).slice(before).map(({ body }) => JSON.parse(body))
  expect(made.set).toEqual({ name: 'Paulo', function: 'digitalMediator' })
  expect(await draftsOfKind(db, 'memberForm')).toEqual([])
})

test('[SC-9] settings of the data half typed are there again, until they are saved', async () => {
  const { show, db } = await anEnrolledStage()
  show(<DataPage />)
  await field('Nom de l’équipe').fill('Point d’accès du Banlay')
  show(<MembersPage />)
  await expect.element(button('Ajouter un membre')).toBeVisible()

  show(<DataPage />)
  await expect.element(field('Nom de l’équipe')).toHaveValue('Point d’accès du Banlay')
  await button('Enregistrer les réglages').click()
  await expect.element(page.getByText('Réglages enregistrés')).toBeVisible()
  expect(await draftsOfKind(db, 'siteForm')).toEqual([])
  show(<DataPage />)
  await expect.element(field('Nom de l’équipe')).toHaveValue('Point d’accès du Banlay')
  await expect.element(page.getByRole('note', { name: /aviez tapé/ })).not.toBeInTheDocument()
})
