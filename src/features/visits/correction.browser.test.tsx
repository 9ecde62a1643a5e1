import '#ui/base.css'
import type { ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { madeAgainId } from '#domain/heldIds.ts'
import type { Id } from '#domain/ids.ts'
import type { Facts } from '#domain/kind.ts'
import { draftOf } from '#storage/drafts.ts'
import { newRecordId } from '#storage/save.ts'
import { anId, aRow, here, pulls } from '#storage/testDevice.ts'
import { heldRecords } from '#storage/transfers.ts'
import { visitById } from '#storage/visits.ts'
import { silence } from '#ui/announce.ts'
import { correctionAddress } from './journalDay.ts'
import { aJournal, type Journal, today } from './testJournal.tsx'

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

const status = page.getByRole('status')
const notice = page.getByRole('note', { name: 'Ce changement n’est pas appliqué' })
const button = (name: string | RegExp) => page.getByRole('button', { name })
const save = button('Enregistrer la correction')
const minutes = page.getByRole('textbox', { name: 'Durée en minutes' })

const facts: Facts = {
  day: today,
  halfDay: 'am',
  placeId: here.placeId,
  eventId: anId(),
  rank: 1,
  arrival: 'walkIn',
  posture: 'together',
  outcome: 'doneTogether',
  procedures: ['ameli.create'],
  minutes: 15,
}

interface Held {
  readonly id: Id
  readonly operation: Id
}

/** The server holds an operation on this visit, and said so. */
async function aHeld(
  { db }: Journal,
  record: Id,
  change: Readonly<Record<string, unknown>>,
  { reason = 'record_deleted', by = here.memberId, rev = 9 } = {},
): Promise<Held> {
  const [id, operation] = [anId(), anId()]
  const about = { operation, record, recordKind: 'visit', reason, by, device: here.deviceId, day: today }
  const body = { id: operation, kind: 'visit', schema: 1, record, base: 1, day: today, by, ...change }
  await pulls(db, {
    rows: [{ ...aRow(id, rev, { ...about, body: JSON.stringify(body) }), kind: 'held', by }],
    cursor: `held ${rev}`,
  })
  return { id, operation }
}

/** A visit of this person as the server tells it, and then that somebody deleted it. */
async function aVisitHere({ db }: Journal, deleted = false): Promise<Id> {
  const record = newRecordId(today)
  const row = aRow(record, 1, facts, { by: here.memberId })
  await pulls(db, { rows: [row], cursor: 'visit' })
  if (deleted)
    await pulls(db, { rows: [{ id: record, kind: 'visit', rev: 2, deleted: true }], cursor: 'gone' })
  return record
}

const toSend = async ({ operations }: Journal) => [
  ...(await operations('visit')),
  ...(await operations('held')),
]

test('[SYN-29] an edit of a visit deleted meanwhile: one save brings it back, changes it and closes the line', async () => {
  const journal = await aJournal()
  const record = await aVisitHere(journal, true)
  const held = await aHeld(journal, record, { set: { minutes: 40 } })
  show(journal.at(correctionAddress(today, record, held.id)))
  await expect.element(notice).toMatchTextContent('La fiche a été supprimée entre-temps.')
  await expect.element(notice).toMatchTextContent('Enregistrer remet la visite dans le journal.')
  await expect.element(minutes).toHaveValue('40')
  expect(page.getByRole('note').elements(), 'its deletion is no news').toHaveLength(1)

  await minutes.fill('45')
  await save.click()

  await expect.element(status).toMatchTextContent('Visite n° 1 corrigée')
  expect(await toSend(journal)).toMatchObject([
    { record, act: 'restore', base: 2 },
    { record, set: { minutes: 45 }, base: 2 },
    { record: held.id, act: 'discard', base: 9 },
  ])
  expect(await heldRecords(journal.db)).toEqual([])
  expect((await visitById(journal.db, record))?.facts.minutes).toBe(45)
  expect(await draftOf(journal.db, record)).toBeNull()
})

test('[SYN-29] a visit noted with a clock a day ahead: the reason says so, and leads to the day', async () => {
  const journal = await aJournal()
  const record = newRecordId(today)
  const { procedures, ...fields } = facts
  const change = { base: 0, set: { ...fields, day: '2026-11-25' }, add: { procedures } }
  const held = await aHeld(journal, record, change, { reason: 'invalid' })
  show(journal.at(correctionAddress('2026-11-25', record, held.id)))
  await expect
    .element(notice)
    .toMatchTextContent('Le jour de la visite n’était pas encore arrivé, ou le lieu n’était pas ouvert.')
  await button('Aller au jour de la visite').click()
  const day = page.getByLabelText('Jour', { exact: true })
  await expect.element(day).toHaveFocus()
  await day.fill(today)
  await save.click()
  await expect.element(status).toMatchTextContent('Visite n° 1 corrigée')
  expect((await toSend(journal))[0]).toMatchObject({ set: { day: today } })
})

test('[SYN-29] a visit whose creation was held is made again with all that was said of it since', async () => {
  const journal = await aJournal()
  const record = newRecordId(today)
  const { procedures, ...set } = facts
  const creation = await aHeld(
    journal,
    record,
    { base: 0, set: { ...set, arrival: 'flew' }, add: { procedures } },
    { reason: 'invalid', rev: 5 },
  )
  const edit = await aHeld(journal, record, { base: 0, set: { minutes: 50 } }, { reason: 'depends', rev: 6 })
  show(journal.at(correctionAddress(today, record, edit.id)))
  await expect.element(notice).toMatchTextContent('2 changements de cette visite sont repris ensemble.')
  await expect.element(minutes).toHaveValue('50')
  await save.click()
  // How the person came had no acceptable answer: it is asked again.
  await expect.element(page.getByRole('region', { name: /réponse/ })).toHaveFocus()
  await page
    .getByRole('radiogroup', { name: /^Venue/ })
    .getByRole('radio')
    .first()
    .click()

  await save.click()

  await expect.element(status).toMatchTextContent('corrigée')
  const again = madeAgainId(creation.operation)
  const sent = await toSend(journal)
  expect(sent).toMatchObject([
    { record: again, base: 0, set: { minutes: 50 }, add: { procedures: ['ameli.create'] } },
    { record: creation.id, act: 'discard' },
    { record: edit.id, act: 'discard' },
  ])
  expect(await heldRecords(journal.db)).toEqual([])
})

test('[SYN-29] a deletion that was held is done again, or given up with the answers as they are', async () => {
  const journal = await aJournal()
  const record = await aVisitHere(journal)
  const held = await aHeld(journal, record, { act: 'delete' }, { reason: 'base_outdated' })
  show(journal.at(correctionAddress(today, record, held.id)))
  await expect.element(notice).toMatchTextContent('Il demandait de supprimer la visite.')

  await button('Supprimer la visite').click()

  await expect.element(status).toMatchTextContent('supprimée')
  expect(await toSend(journal)).toMatchObject([
    { record, act: 'delete' },
    { record: held.id, act: 'discard' },
  ])
})

test('[UX-13] giving a change up is asked first; then the line goes and the visit stays as it is', async () => {
  const journal = await aJournal()
  const record = await aVisitHere(journal)
  const held = await aHeld(journal, record, { set: { minutes: 40 } }, { reason: 'failed' })
  show(journal.at(correctionAddress(today, record, held.id)))
  await button('Abandonner ce changement').click()
  const dialog = page.getByRole('dialog', { name: 'Abandonner ce changement ?' })
  await dialog.getByRole('button', { name: 'Revenir à la visite' }).click()
  expect(await toSend(journal)).toEqual([])

  await button('Abandonner ce changement').click()
  await dialog.getByRole('button', { name: 'Abandonner' }).click()

  await expect.element(status).toMatchTextContent('Changement abandonné')
  expect(await toSend(journal)).toMatchObject([{ record: held.id, act: 'discard' }])
  expect((await visitById(journal.db, record))?.facts).toEqual(facts)
})

test('[SEC-68] the change of another person is told, and neither corrected nor given up', async () => {
  const journal = await aJournal({ role: 'coordinator' })
  const record = await aVisitHere(journal)
  const held = await aHeld(journal, record, { set: { minutes: 40 } }, { by: anId() })
  show(journal.at(correctionAddress(today, record, held.id)))
  await expect.element(notice).toMatchTextContent('C’est à la personne qui l’a noté de le corriger.')
  await expect.element(notice).toMatchTextContent('40 min')
  expect(page.getByRole('form').elements()).toEqual([])
  expect(button(/Abandonner/).elements()).toEqual([])
})

test('[SC-9] a correction that was begun is found again as a correction, from the journal too', async () => {
  const journal = await aJournal()
  const record = await aVisitHere(journal, true)
  const held = await aHeld(journal, record, { set: { minutes: 40 } })
  show(journal.at(correctionAddress(today, record, held.id)))
  await expect.element(minutes).toHaveValue('40')
  await expect.poll(() => draftOf(journal.db, record)).toBeNull()
  await minutes.fill('55')
  await expect.poll(() => draftOf(journal.db, record)).toMatchObject({ corrects: held.id })
  leave()

  show(journal.at(`/journal/${today}/visite/${record}`))
  await button('Reprendre').click()
  await expect.element(notice).toBeVisible()
  await expect.element(minutes).toHaveValue('55')
  await save.click()

  await expect.element(status).toMatchTextContent('corrigée')
  expect((await toSend(journal)).map(({ act }) => act)).toEqual(['restore', undefined, 'discard'])
  expect(await heldRecords(journal.db)).toEqual([])
})

test('[NAV-1] the address of a change that nobody waits for any more says so', async () => {
  const journal = await aJournal()
  show(journal.at(correctionAddress(today, newRecordId(today), anId())))
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent('Rien à corriger')
})

test('[SYN-25] under a clock that nobody can trust, giving up and deleting say so', async () => {
  const journal = await aJournal({ isVerified: false })
  const record = await aVisitHere(journal)
  const held = await aHeld(journal, record, { set: { minutes: 40 } }, { reason: 'failed' })
  show(journal.at(correctionAddress(today, record, held.id)))

  await button('Supprimer la visite').click()

  await expect.element(status).toMatchTextContent('supprimée')
  expect((await toSend(journal)).map(({ act, clock }) => [act, clock])).toEqual([
    ['delete', 'unverified'],
    ['discard', 'unverified'],
  ])
})
