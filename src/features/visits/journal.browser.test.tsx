import '#ui/base.css'
import type { ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Id } from '#domain/ids.ts'
import { draftOf, draftsOfKind } from '#storage/drafts.ts'
import { openRecord } from '#storage/openRecord.ts'
import { anId } from '#storage/testDevice.ts'
import { silence } from '#ui/announce.ts'
import { aJournal, type Journal, save, today } from './testJournal.tsx'

let root: Root | undefined

function show(node: ReactNode): void {
  root = createRoot(document.body.appendChild(document.createElement('div')))
  root.render(node)
}

function leave(): void {
  root?.unmount()
  document.body.replaceChildren()
  silence()
}

afterEach(leave)

const items = page.getByRole('listitem', { name: /^Visite n°/ })
const status = page.getByRole('status')
const button = (name: string | RegExp) => page.getByRole('button', { name })
const half = (name: string) =>
  page.getByRole('radiogroup', { name: 'Demi-journée' }).getByRole('radio', { name })
const lastOperation = async ({ operations }: Journal) => (await operations()).at(-1)

test('[NAME-3] the half-day: the last visit first, its totals, and those of the day', async () => {
  const journal = await aJournal()
  await journal.saved({ rank: 1, minutes: 30, ageBand: '70plus' })
  await journal.saved({ rank: 2, minutes: 155, outcome: 'toResume', missing: ['taxNotice'] })
  await journal.saved({ rank: 3, outcome: 'turnedAway', minutes: 0 })
  await journal.saved({ halfDay: 'pm', rank: 1, minutes: 15 })
  show(journal.at('/journal'))

  const morning = page.getByRole('region', { name: 'Ce matin' })
  await expect.element(morning.getByText('2 visites · 3 h 05')).toBeVisible()
  await expect.element(morning.getByText('La journée : 3 visites · 3 h 20')).toBeVisible()
  const names = items.elements().map((item) => item.getAttribute('aria-label')?.replaceAll(/\s/g, ' '))
  expect(names).toEqual([
    'Visite n° 3, Compte ameli, Personne non reçue, faute de créneau',
    'Visite n° 2, Compte ameli, 2 h 35, À reprendre',
    'Visite n° 1, Compte ameli, 70 ans et plus, 30 min, Fait sur place',
  ])
  await expect.element(items.nth(1)).toMatchTextContent('manque : Avis d’impôt')

  await half('Cet après-midi').click()
  await expect.element(page.getByRole('region', { name: 'Cet après-midi' })).toBeVisible()
  expect(items.elements()).toHaveLength(1)
})

test('[STATE-2] a half-day without a visit says what will come', async () => {
  show((await aJournal()).at('/journal'))
  await expect.element(page.getByText('Aucune visite ce matin. La première prend 20 secondes.')).toBeVisible()
})

test('[UX-13] a visit deleted by mistake comes back', async () => {
  const journal = await aJournal()
  await journal.saved({ rank: 1 })
  show(journal.at('/journal'))
  await button(/^Supprimer la visite n°.1$/).click()
  await expect.poll(() => items.elements()).toEqual([])

  await button('Annuler').click()

  await expect.element(items).toBeVisible()
  const acts = (await journal.operations()).map(({ act }) => act)
  expect(acts).toEqual([undefined, 'delete', 'restore'])
})

test('[UX-13] of two visits deleted one after the other, each comes back', async () => {
  const journal = await aJournal()
  for (const rank of [1, 2, 3]) await journal.saved({ rank })
  show(journal.at('/journal'))
  for (const rank of [1, 3]) await button(new RegExp(`^Supprimer la visite n°.${rank}$`)).click()
  await expect.poll(() => items.elements().length).toBe(1)
  await button('Annuler').first().click()
  await expect.element(page.getByRole('listitem', { name: /^Visite n°.1/ })).toBeVisible()
  await button('Annuler').click()
  await expect.poll(() => items.elements().length).toBe(3)
})

test('[VIS-8] a copy starts a new visit with the same answers; nothing is saved before it is checked', async () => {
  const journal = await aJournal()
  const first = await journal.saved({ rank: 1, ageBand: '26-39', procedures: ['caf.create', 'print'] })
  show(journal.at('/journal'))
  await button(/^Dupliquer la visite n°.1$/).click()
  await expect.element(page.getByRole('checkbox', { name: 'Créer un compte CAF' })).toBeChecked()
  expect(await journal.operations()).toHaveLength(1)

  await button('Enregistrer la visite').click()

  await expect.poll(() => items.elements().length).toBe(2)
  const copy = await lastOperation(journal)
  expect(copy?.record).not.toBe(first)
  expect(copy?.set).toMatchObject({ rank: 2, ageBand: '26-39' })
  expect(copy?.add).toEqual({ procedures: ['caf.create', 'print'] })
})

test('[SC-10] a copy that nobody touched is no draft, and another copy takes its place', async () => {
  const journal = await aJournal()
  await journal.saved({ rank: 1, ageBand: '26-39' })
  show(journal.at('/journal'))
  const duplicate = button(/^Dupliquer la visite n°.1$/)
  for (let press = 0; press < 2; press += 1) {
    await duplicate.click()
    await expect.element(page.getByRole('radio', { name: '26 à 39 ans' })).toBeChecked()
    await new Promise((resolve) => setTimeout(resolve, 400))
  }
  expect(await draftsOfKind(journal.db, 'visit')).toEqual([])

  await page.getByRole('radio', { name: '70 ans et plus' }).click()
  await expect.poll(() => draftsOfKind(journal.db, 'visit')).toHaveLength(1)
  await duplicate.click()
  await expect.element(button(/^Reprendre.*70 ans et plus/)).toBeVisible()
  await button('Effacer la saisie').click()
  await expect.element(page.getByRole('radio', { name: '26 à 39 ans' })).not.toBeChecked()
})

test('[VIS-5] a copy says that it no longer acts for somebody', async () => {
  const journal = await aJournal()
  await journal.saved({ rank: 1, posture: 'inTheirPlace', 'mandate.ref': 'M-0042' })
  show(journal.at('/journal'))
  await button(/^Dupliquer la visite n°.1$/).click()
  await expect.element(status).toMatchTextContent('« Pour le compte de » est devenu « Faire avec »')
})

test('[SYN-4] an edit sends only what the person changed, and can be undone', async () => {
  const journal = await aJournal()
  const id = await journal.saved({ rank: 1, ageBand: '26-39', minutes: 10 })
  show(journal.at('/journal'))
  await page.getByRole('link', { name: /^Modifier la visite n°.1$/ }).click()
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent(/^Visite n°.1 du mardi/)

  await page.getByRole('textbox', { name: 'Durée en minutes' }).fill('45')
  await page
    .getByRole('group', { name: 'Démarches' })
    .getByRole('checkbox', { name: 'Créer un compte CAF' })
    .click()
  await button('Enregistrer les changements').click()

  await expect.element(status).toMatchTextContent(/Visite n°.1 modifiée/)
  const edit = await lastOperation(journal)
  expect(edit?.record).toBe(id)
  expect(edit?.set).toEqual({ minutes: 45 })
  expect(edit?.add).toEqual({ procedures: ['caf.create'] })
  await button('Annuler').click()
  await expect.element(items).toMatchTextContent('10 min')
})

test('[STATE-4] an old « Annuler » does not undo the later change of somebody else', async () => {
  const journal = await aJournal()
  const id = await journal.saved({ rank: 1, minutes: 10 })
  show(journal.at(`/journal/${today}/visite/${id}`))
  await page.getByRole('textbox', { name: 'Durée en minutes' }).fill('45')
  await button('Enregistrer les changements').click()
  await expect.element(status).toMatchTextContent(/modifiée/)
  const now = await openRecord(journal.db, id)
  await save(journal.db, [
    { kind: 'visit', record: id, base: now?.base ?? 0, change: { set: { minutes: 90 } } },
  ])
  await expect.element(items).toMatchTextContent('1 h 30')

  await button('Annuler').click()

  await expect
    .element(page.getByRole('alert'))
    .toMatchTextContent('La visite a changé depuis : rien n’a été remis.')
  await expect.element(items).toMatchTextContent('1 h 30')
})

test('[E-1] a visit moves to another half-day, with its number and its event', async () => {
  const journal = await aJournal()
  const id = await journal.saved({ rank: 1 })
  await journal.saved({ rank: 1, halfDay: 'pm' })
  show(journal.at(`/journal/${today}/visite/${id}`))
  await page
    .getByRole('radiogroup', { name: 'Demi-journée' })
    .getByRole('radio', { name: 'Après-midi' })
    .click()

  await button('Enregistrer les changements').click()

  await expect.element(page.getByRole('region', { name: 'Cet après-midi' })).toBeVisible()
  await expect.poll(() => items.elements().length).toBe(2)
  const [event] = await journal.operations('event')
  const moved = (await journal.operations()).at(-1)
  expect(moved?.set).toEqual({ halfDay: 'pm', rank: 2, eventId: event?.record })
})

test('[SYN-31] a visit that changes under its form: the new value is told, the form keeps its own', async () => {
  const journal = await aJournal()
  const id = await journal.saved({ rank: 1, minutes: 10, ageBand: '26-39' })
  show(journal.at(`/journal/${today}/visite/${id}`))
  const minutes = page.getByRole('textbox', { name: 'Durée en minutes' })
  await minutes.fill('20')

  const now = await openRecord(journal.db, id)
  await save(journal.db, [
    { kind: 'visit', record: id, base: now?.base ?? 0, change: { set: { minutes: 90, ageBand: '70plus' } } },
  ])

  const notice = page.getByRole('note', { name: 'Cette visite a changé pendant votre saisie' })
  await expect.element(notice).toMatchTextContent(/Durée : 1 h 30/)
  await expect.element(notice).toMatchTextContent(/Tranche d’âge : 70 ans et plus/)
  await expect.element(minutes).toHaveValue('20')
  await button('Enregistrer les changements').click()
  await expect.element(status).toMatchTextContent(/modifiée/)
  expect((await lastOperation(journal))?.set).toMatchObject({ minutes: 20 })
  expect((await lastOperation(journal))?.set).not.toHaveProperty('ageBand')
})

const deletes = (journal: Journal, record: Id) =>
  save(journal.db, [{ kind: 'visit', record, base: 0, act: 'delete' }])

test('[SYN-86] a visit deleted while it is edited: saving says that it brings it back, in one intention', async () => {
  const journal = await aJournal()
  const id = await journal.saved({ rank: 3, minutes: 10 })
  show(journal.at(`/journal/${today}/visite/${id}`))
  await page.getByRole('textbox', { name: 'Durée en minutes' }).fill('20')
  await deletes(journal, id)

  const notice = page.getByRole('note', { name: 'Visite supprimée' })
  await expect.element(notice).toMatchTextContent('remet la visite dans le journal')
  await expect.element(notice).not.toMatchTextContent('un autre appareil')
  await button('Remettre la visite et enregistrer').click()

  await expect.element(status).toMatchTextContent(/Visite n°.3 remise dans la liste et modifiée/)
  await expect.element(items).toMatchTextContent('20 min')
  expect((await journal.operations()).slice(-2)).toMatchObject([
    { record: id, act: 'restore' },
    { record: id, set: { minutes: 20 } },
  ])
})

test('[SYN-86] who may not bring a deleted visit back is told, and nothing is saved that would be held', async () => {
  const journal = await aJournal({ role: 'volunteer' })
  const id = await journal.saved({ rank: 3, minutes: 10 }, anId())
  show(journal.at(`/journal/${today}/visite/${id}`))
  await page.getByRole('textbox', { name: 'Durée en minutes' }).fill('20')
  await deletes(journal, id)
  const notice = page.getByRole('note', { name: 'Visite supprimée' })
  await expect.element(notice).toMatchTextContent('demandez d’abord à votre coordination')

  await button('Enregistrer les changements').click()

  await expect.element(page.getByRole('alert')).toMatchTextContent('elle vient d’être supprimée')
  expect((await lastOperation(journal))?.act).toBe('delete')
})

test('[SC-9] the changes of an edited visit wait on its own page', async () => {
  const journal = await aJournal()
  const id = await journal.saved({ rank: 1, minutes: 10 })
  show(journal.at(`/journal/${today}/visite/${id}`))
  await page.getByRole('textbox', { name: 'Durée en minutes' }).fill('55')
  leave()

  show(journal.at('/journal'))
  await expect.element(items).toMatchTextContent('changements à reprendre')
  expect(button(/^Reprendre/).elements()).toEqual([])
  leave()
  show(journal.at(`/journal/${today}/visite/${id}`))
  await button('Reprendre').click()
  await expect.element(page.getByRole('textbox', { name: 'Durée en minutes' })).toHaveValue('55')
})

test('[UX-13] changes thrown away by mistake come back, unless others were begun since', async () => {
  const journal = await aJournal()
  const id = await journal.saved({ rank: 1, minutes: 10 })
  const minutes = page.getByRole('textbox', { name: 'Durée en minutes' })
  show(journal.at(`/journal/${today}/visite/${id}`))
  await minutes.fill('55')
  leave()
  show(journal.at(`/journal/${today}/visite/${id}`))
  await button('Jeter').click()
  await expect.element(minutes).toHaveValue('10')
  await button('Annuler').click()
  await expect.element(button('Reprendre')).toBeVisible()
  expect((await draftOf(journal.db, id))?.facts.minutes).toBe(55)

  await button('Jeter').click()
  await minutes.fill('20')
  await expect.poll(async () => (await draftOf(journal.db, id))?.facts.minutes).toBe(20)
  await button('Annuler').click()
  await expect.element(page.getByRole('alert')).toMatchTextContent('n’est pas remis')
  await expect.element(minutes).toHaveValue('20')
})

test('[SC-9] the journal leads to the changes that were begun on other pages, and tells how many', async () => {
  const journal = await aJournal()
  const id = await journal.saved({ rank: 1, minutes: 10 })
  show(journal.at(`/journal/${today}/visite/${id}`))
  await page.getByRole('textbox', { name: 'Durée en minutes' }).fill('55')
  leave()

  show(journal.at('/journal'))
  const link = page.getByRole('link', { name: 'Voir la visite dont les changements ne sont pas enregistrés' })
  await expect.element(link).toHaveAttribute('href', '/envoi')
})

const resumes = () =>
  button(/^Reprendre la visite commencée/)
    .elements()
    .map((element) => element.getAttribute('aria-label')?.replaceAll(/\s/g, ' '))

test('[SC-11] the three latest drafts are at hand; the others unfold under the button that keeps the focus', async () => {
  const journal = await aJournal()
  for (const day of ['20', '23', '19', '22', '18']) await journal.begun({ day: `2026-11-${day}` })
  show(journal.at('/journal'))
  const notice = page.getByRole('note', { name: '5 visites n’ont pas été enregistrées' })
  await expect.element(notice).toBeVisible()
  expect(resumes().map((name) => /du (\w+ \d+)/.exec(name ?? '')?.[1])).toEqual([
    'lundi 23',
    'dimanche 22',
    'vendredi 20',
  ])

  const more = button('Voir les 2 autres')
  await expect.element(more).toHaveAttribute('aria-expanded', 'false')
  await more.click()

  await expect.element(more).toHaveAttribute('aria-expanded', 'true')
  expect(document.activeElement).toBe(more.element())
  expect(resumes()).toHaveLength(5)
  await userEvent.keyboard('{Tab}')
  await expect.element(button(/^Reprendre la visite commencée, Matin du jeudi 19 novembre/)).toHaveFocus()
  await more.click()
  expect(resumes()).toHaveLength(3)
})

test('[SC-11] the drafts of the half-day on screen come before those of later days', async () => {
  const journal = await aJournal()
  for (const day of ['23', '22', '21']) await journal.begun({ day: `2026-11-${day}`, ageBand: '26-39' })
  await journal.begun({ day: '2026-11-20', halfDay: 'pm', ageBand: '70plus' })
  show(journal.at('/journal/2026-11-20?quand=pm'))
  await expect
    .element(button(/^Reprendre/).first())
    .toHaveAccessibleName(/Après-midi du vendredi 20 novembre/)
  await button(/^Reprendre/)
    .first()
    .click()
  await expect.element(page.getByRole('radio', { name: '70 ans et plus' })).toBeChecked()
  await expect.element(page.getByRole('note')).toHaveAccessibleName('3 visites n’ont pas été enregistrées')
})

test('[KEY-1] throwing a draft away leaves the focus on the next one', async () => {
  const journal = await aJournal()
  for (const day of ['20', '21', '22']) await journal.begun({ day: `2026-11-${day}` })
  show(journal.at('/journal'))
  await button(/^Jeter.*21 novembre/).click()
  await expect.element(button(/^Jeter.*20 novembre/)).toHaveFocus()
  await expect.poll(() => resumes().length).toBe(2)
  await userEvent.keyboard('{Enter}')
  await expect.element(button(/^Jeter.*22 novembre/)).toHaveFocus()
  await expect.poll(() => resumes().length).toBe(1)
})

test('[KEY-1] deleting by keyboard leaves the focus on the next visit, then on the heading of the list', async () => {
  const journal = await aJournal()
  for (const rank of [1, 2]) await journal.saved({ rank })
  show(journal.at('/journal'))
  const remove = (rank: number) => button(new RegExp(`^Supprimer la visite n°.${rank}$`))
  await expect.element(remove(2)).toBeVisible()
  ;(remove(2).element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => items.elements().length).toBe(1)
  await expect.element(remove(1)).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => items.elements().length).toBe(0)
  await expect.element(page.getByRole('heading', { name: 'Ce matin' })).toHaveFocus()
})

test('[G29] the count tells the visits of people turned away too, and can be corrected later', async () => {
  const journal = await aJournal()
  await journal.saved({ rank: 1, outcome: 'turnedAway', minutes: 0 })
  show(journal.at('/journal'))
  await expect.element(page.getByText('1 personne non reçue')).toBeVisible()
  await expect.element(items).not.toMatchTextContent('Faire avec')
  expect(button('Retirer 1').elements()).toEqual([])
  await button('Personne non reçue').click()
  await expect.element(page.getByText('2 personnes non reçues')).toBeVisible()
  leave()

  show(journal.at('/journal'))
  await button('Retirer 1').click()
  await expect.element(page.getByText('1 personne non reçue')).toBeVisible()
  expect(button('Retirer 1').elements()).toEqual([])
  await expect.element(button('Personne non reçue')).toHaveFocus()
  dispatchEvent(new Event('beforeprint'))
  const paper = page.getByRole('article')
  await expect.element(paper).toMatchTextContent('1 personne non reçue')
  await expect.element(paper).not.toMatchTextContent(/\b0.min/)
  dispatchEvent(new Event('afterprint'))
})

test('[G29] each press counts one person who was not received, and one press takes one back', async () => {
  const journal = await aJournal()
  show(journal.at('/journal'))
  const counter = button('Personne non reçue')
  await expect.element(counter).toBeVisible()
  for (let press = 0; press < 3; press += 1) {
    counter.element().dispatchEvent(new MouseEvent('click', { bubbles: true }))
  }
  await expect.element(page.getByText('3 personnes non reçues')).toBeVisible()
  await button('Annuler').click()
  await expect.element(page.getByText('2 personnes non reçues')).toBeVisible()
  expect(items.elements()).toEqual([])
})

test.each([
  ['/journal/hier', 'Cette adresse ne donne pas un jour'],
  ['/journal/2026-11-25', 'Ce jour n’est pas encore arrivé'],
])('[NAV-1] %s shows today, and says why', async (address, words) => {
  show((await aJournal()).at(address))
  await expect.element(page.getByRole('note')).toMatchTextContent(words)
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent('mardi 24 novembre')
})

test('[WORD-6] a day of another year is told with its year, one of this year without', async () => {
  const journal = await aJournal()
  await journal.begun({ day: '2025-11-01' })
  show(journal.at('/journal/2025-12-31'))
  const title = page.getByRole('heading', { level: 1 })
  await expect.element(title).toMatchTextContent('mercredi 31 décembre 2025')
  await expect.element(button(/^Reprendre.*samedi 1er novembre 2025/)).toBeVisible()
  await page.getByRole('link', { name: 'Lendemain, jeudi 1er janvier' }).click()
  await expect.element(title).toMatchTextContent(/jeudi 1er janvier(?! 2026)/)
})

test('[NAV-1] a visit that is not here is told in words', async () => {
  show((await aJournal()).at(`/journal/${today}/visite/019ac000-0000-7000-8000-000000000000`))
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent('Visite introuvable')
  await expect.element(page.getByRole('link', { name: 'Retour au journal' })).toBeVisible()
})

test('[SEC-37] of the drafts of another person only the number is told', async () => {
  const mine = await aJournal()
  await mine.begun({ ageBand: '26-39', procedures: ['caf.create'] }, anId())
  show(mine.at('/journal'))
  await expect.element(page.getByText(/^1 brouillon d’une autre personne/)).toBeVisible()
  expect(button(/^Reprendre/).elements()).toEqual([])
})

test('[SEC-71] a volunteer is offered to change what they made themselves, and nothing of somebody else', async () => {
  const journal = await aJournal({ role: 'volunteer' })
  await journal.saved({ rank: 1 })
  await journal.saved({ rank: 2 }, anId())
  show(journal.at('/journal'))
  await expect.element(button(/^Supprimer la visite n°.1$/)).toBeVisible()
  expect(button(/^Supprimer la visite n°.2$/).elements()).toEqual([])
  expect(page.getByRole('link', { name: /^Modifier la visite n°.2$/ }).elements()).toEqual([])
})

test('[FEEL-3] a day of many visits shows the last fifty, and the others when asked', async () => {
  const journal = await aJournal()
  for (let rank = 1; rank <= 52; rank += 1) await journal.saved({ rank })
  show(journal.at('/journal'))
  await expect.element(items.first()).toHaveAccessibleName(/n°.52,/)
  expect(items.elements()).toHaveLength(50)
  await button('Voir les 52 visites').click()
  expect(items.elements()).toHaveLength(52)
})
