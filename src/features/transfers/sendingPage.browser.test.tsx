import '#ui/base.css'
import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { anEnrolledStage, stageDay, strike } from '#app/testStage.tsx'
import { anId, aVisit, here, pulls, saves } from '#storage/testDevice.ts'
import { SendingPage } from './SendingPage.tsx'

afterEach(strike)

const main = page.getByRole('main')
const row = (name: string | RegExp) => page.getByRole('row', { name })

test('[SYN-28] what waits is counted from the table by kind and day, and follows each save', async () => {
  const { show, db } = await anEnrolledStage()
  await saves(db, aVisit({ day: stageDay }), aVisit({ day: stageDay }))
  show(<SendingPage />)
  const table = page.getByRole('table', { name: 'À envoyer' })
  await expect.element(table).toBeVisible()
  await expect.element(row(/^Visite/)).toMatchTextContent(/2$/)
  await expect.element(row(/^Membre/)).toMatchTextContent(/2$/)
  await expect.element(main).toMatchTextContent('6 fiches à envoyer')

  await saves(db, aVisit({ day: stageDay }))
  await expect.element(row(/^Visite/)).toMatchTextContent(/3$/)
  await expect.element(main).toMatchTextContent('7 fiches à envoyer')
})

test('[STATE-3] a device that has not reached its server says facts, and nothing about the network', async () => {
  const { show } = await anEnrolledStage()
  show(<SendingPage />)
  await expect.element(main).toMatchTextContent(/Dernier échange complet\s*Aucun pour l’instant/)
  await expect.element(page.getByRole('button', { name: 'Envoyer maintenant' })).toBeEnabled()
  await expect.element(main).not.toMatchTextContent(/connexion|erreur|déconnecté/i)
})

function aHeld(more: object = {}) {
  const facts = {
    operation: anId(),
    record: anId(),
    recordKind: 'visit',
    reason: 'record_deleted',
    by: here.memberId,
    device: here.deviceId,
    day: '2026-11-20',
    body: '{}',
    ...more,
  }
  return { id: anId(), kind: 'held', schema: 1, rev: 9, siteId: here.siteId, facts }
}

test('[SYN-29] an operation that the server holds is told with its reason in words, and can be exported', async () => {
  const { show, db } = await anEnrolledStage()
  expect(await pulls(db, { rows: [aHeld()] })).toBeTruthy()
  show(<SendingPage />)
  await expect.element(page.getByRole('heading', { name: 'À corriger (1)' })).toBeVisible()
  const line = row(/Visite 20\/11\/2026/)
  await expect.element(line).toMatchTextContent('La fiche a été supprimée entre-temps.')
  await expect.element(page.getByRole('button', { name: 'Exporter' })).toBeVisible()
})

test('[NAME-3] a held visit of one’s own is corrected by its line, and the line goes with its discard', async () => {
  const { show, db } = await anEnrolledStage()
  const held = aHeld()
  await pulls(db, { rows: [held, aHeld({ recordKind: 'event' })] })
  show(<SendingPage />)
  const link = page.getByRole('link', { name: /^Corriger/ })
  await expect.element(link).toHaveAccessibleName(/^Corriger.: Visite du 20\/11\/2026$/)
  await expect.element(link).toMatchTextContent('Corriger')
  const address = `/journal/2026-11-20/visite/${held.facts.record}?corriger=${held.id}`
  await expect.element(link).toHaveAttribute('href', address)

  await saves(db, { kind: 'held', record: held.id, base: 9, act: 'discard' })

  await expect.element(page.getByRole('heading', { name: 'À corriger (1)' })).toBeVisible()
  expect(link.elements()).toEqual([])
})

test('[SEC-68] a held visit of another person has no link, and says whom it waits for', async () => {
  const { show, db } = await anEnrolledStage()
  await pulls(db, { rows: [aHeld({ by: anId() })] })
  show(<SendingPage />)
  await expect.element(main).toMatchTextContent('attend la personne qui l’a notée')
  expect(page.getByRole('link', { name: /^Corriger/ }).elements()).toEqual([])
})
