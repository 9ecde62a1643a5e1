import '#ui/base.css'
import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { anEnrolledStage, stageDay, strike } from '#app/testStage.tsx'
import { saveDraft } from '#storage/drafts.ts'
import { anId, aVisit, here, pulls, saves, visitFacts } from '#storage/testDevice.ts'
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

test('[SC-11] every draft is listed with the way to it, the latest first, and counted as everywhere', async () => {
  const { show, db } = await anEnrolledStage()
  const visit = aVisit({ day: '2026-11-20', rank: 3 })
  await saves(db, visit)
  const draft = { kind: 'visit', by: here.memberId, day: stageDay }
  const answers = { procedures: ['ameli.create'], ageBand: '40-59' }
  await saveDraft(db, { ...draft, record: anId(), facts: { ...answers, day: '2026-11-19', halfDay: 'pm' } })
  await saveDraft(db, { ...draft, record: anId(), facts: { ...answers, day: stageDay, halfDay: 'am' } })
  const changes = { ...visitFacts, rank: 3, day: '2026-11-20', minutes: 50 }
  await saveDraft(db, { ...draft, record: visit.record, facts: changes, shown: visitFacts, base: 0 })

  show(<SendingPage />)

  const card = page.getByRole('region', { name: 'Brouillons (3)' })
  await expect.element(card).toBeVisible()
  const links = card.getByRole('link')
  await expect
    .element(links.nth(0))
    .toMatchTextContent(/^Matin du mardi 24 novembre : Compte ameli, 40 à 59 ans$/)
  await expect.element(links.nth(0)).toHaveAttribute('href', `/journal/${stageDay}?quand=am`)
  await expect.element(links.nth(1)).toHaveAttribute('href', `/journal/2026-11-20/visite/${visit.record}`)
  await expect.element(card).toMatchTextContent('changements de la visite n° 3')
  await expect.element(links.nth(2)).toHaveAttribute('href', '/journal/2026-11-19?quand=pm')
  await expect
    .element(page.getByRole('region', { name: 'Où sont les fiches' }))
    .toMatchTextContent(/Brouillons\s*3/)
})

test('[SEC-37] the drafts of another person are a number; without any there is no card', async () => {
  const { show, db } = await anEnrolledStage()
  show(<SendingPage />)
  await expect.element(page.getByRole('region', { name: 'Où sont les fiches' })).toBeVisible()
  expect(page.getByRole('region', { name: /^Brouillons/ }).elements()).toEqual([])

  const facts = { procedures: ['caf.create'], ageBand: '26-39' }
  await saveDraft(db, { record: anId(), kind: 'visit', by: anId(), day: stageDay, facts })

  const card = page.getByRole('region', { name: 'Brouillons (1)' })
  await expect
    .element(card)
    .toMatchTextContent(/1 brouillon d’une autre personne est gardé sur cet appareil\.$/)
  expect(card.getByRole('link').elements()).toEqual([])
})

test('[SC-11] the changes of a visit that is gone can still be read, and thrown away', async () => {
  const { show, db } = await anEnrolledStage()
  const facts = { ...visitFacts, day: stageDay, ageBand: '70plus' }
  const draft = { kind: 'visit', by: here.memberId, day: stageDay, facts, shown: visitFacts, base: 4 }
  await saveDraft(db, { ...draft, record: anId() })
  show(<SendingPage />)
  const card = page.getByRole('region', { name: 'Brouillons (1)' })
  await expect.element(card).toMatchTextContent(/70 ans et plus.*Cette visite a été supprimée/)
  expect(card.getByRole('link').elements()).toEqual([])

  await card.getByRole('button', { name: /^Jeter les changements/ }).click()

  await expect.poll(() => card.elements()).toEqual([])
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

test('[SC-11] a correction begun and not saved is listed with the way to it, as long as it is to be made', async () => {
  const { show, db } = await anEnrolledStage()
  const held = aHeld()
  await pulls(db, { rows: [held] })
  const facts = { ...visitFacts, day: '2026-11-20' }
  const draft = { kind: 'visit', by: here.memberId, day: stageDay, facts, corrects: held.id }
  await saveDraft(db, { ...draft, record: held.facts.record })
  show(<SendingPage />)

  const link = page.getByRole('region', { name: 'Brouillons (1)' }).getByRole('link')

  const address = `/journal/2026-11-20/visite/${held.facts.record}?corriger=${held.id}`
  await expect.element(link).toHaveAttribute('href', address)
})
