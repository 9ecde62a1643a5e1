import '#ui/base.css'
import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { anEnrolledStage, stageDay, stagePin, strike } from '#app/testStage.tsx'
import { saveDraft } from '#storage/drafts.ts'
import { anId, here } from '#storage/testDevice.ts'
import type { DeviceKey } from '#storage/vault/deviceKey.ts'
import type { Presence } from '#sync/presence.tsx'
import { EnterPage } from './EnterPage.tsx'

afterEach(strike)

const code = page.getByLabelText('Code de l’équipe')
const who = (name: string) =>
  page.getByRole('radiogroup', { name: 'Qui tient la permanence ?' }).getByRole('radio', { name })
const enter = page.getByRole('button', { name: 'Entrer' })
const main = page.getByRole('main')
const alert = page.getByRole('alert')

async function aDoor() {
  const stage = await anEnrolledStage()
  const opened: DeviceKey[] = []
  const entered: Presence[] = []
  const knock = () =>
    stage.show(
      <EnterPage
        isOpen={false}
        onUnlock={(key) => opened.push(key)}
        onEnter={(presence) => entered.push(presence)}
      />,
      'common',
      '/equipe',
    )
  knock()
  await expect.element(who('Inès')).toBeVisible()
  return { ...stage, opened, entered, knock }
}

async function tries(pin: string): Promise<void> {
  await code.fill(pin)
  await who('Inès').click()
  await enter.click()
}

test('[E-0] the right code and a name open the team space at the only place', async () => {
  const { opened, entered } = await aDoor()
  await tries(stagePin)
  await expect.poll(() => entered).toHaveLength(1)
  expect(opened).toHaveLength(1)
  expect(entered[0]).toMatchObject({ name: 'Inès', role: 'coordinator', placeId: here.placeId })
})

test('[SEC-31] a wrong code says how many tries are left, and that nothing is erased', async () => {
  const { opened } = await aDoor()
  await tries('111112')
  await expect.element(main).toMatchTextContent(/Rien n’est effacé\. Encore 4 essais avant une attente/)
  await tries('111113')
  await expect.element(main).toMatchTextContent(/Encore 3 essais/)
  await expect.poll(() => document.title).toBe('Erreur\u00a0: Espace de l’équipe – Permanence')
  expect(opened).toEqual([])
})

test('[SEC-31] the fifth wrong code asks to wait, and a press meanwhile is no try', async () => {
  const { knock, opened } = await aDoor()
  for (const pin of ['111112', '111113', '111114', '111115', '111116']) await tries(pin)
  await expect.element(page.getByRole('note', { name: 'Il faut attendre un peu' })).toBeVisible()
  await expect.element(page.getByRole('timer')).toMatchTextContent(/Encore (29|30) s\. Rien n’est effacé/)

  await tries(stagePin)
  await expect.element(alert).toMatchTextContent(/Il faut attendre\. Rien n’est effacé\..*essayé à nouveau à/)
  await expect.element(alert).not.toMatchTextContent(/\d s\b/) // one figure that counts down, in the page
  expect(opened).toEqual([])

  knock() // a reload
  await expect.element(page.getByRole('timer')).toMatchTextContent(/Encore \d+ s/)
}, 30_000)

test('[STATE-5] what is missing is told at once, with the focus on a summary that leads to each field', async () => {
  await aDoor()
  await code.fill('4802')
  await enter.click()
  const summary = page.getByRole('region', { name: 'Il reste 2 réponses à corriger' })
  await expect.element(summary).toHaveFocus()
  await expect.element(code).toHaveValue('4802')

  await summary.getByRole('link', { name: /Choisissez le nom/ }).click()
  await expect.element(who('Inès')).toHaveFocus()
  await summary.getByRole('link', { name: /Le code a 6 chiffres/ }).click()
  await expect.element(code).toHaveFocus()
})

test('[SEC-37] the locked screen says how many records wait, and never what they hold', async () => {
  const { db } = await aDoor()
  await saveDraft(db, {
    record: anId(),
    kind: 'visit',
    facts: { ageBand: '26-39' },
    by: anId(),
    day: stageDay,
  })
  await expect.element(main).toMatchTextContent('4 fiches attendent d’être envoyées')
  await expect.element(main).toMatchTextContent('1 saisie commencée est gardée')
  await expect.element(main).not.toMatchTextContent(/26-39|26 à 39|Point d’accès/)
})

test('[SEC-88] a contract that ends within a fortnight says its last day', async () => {
  await aDoor()
  await expect.element(main).toMatchTextContent('Dernier jour : 01/12/2026')
})

test('[SEC-31] a damaged gate says what is safe and what to do, and keeps everything', async () => {
  const { db } = await aDoor()
  await db.write(['meta'], 'strict', async (tx) => {
    const gate = await tx.meta.get('gate')
    if (gate !== undefined) await tx.meta.set('gate', { ...gate, kdf: { ...gate.kdf, iterations: 1 } })
  })
  await tries(stagePin)
  const note = page.getByRole('note', { name: 'Le code ne peut plus être vérifié sur cet appareil' })
  await expect.element(note).toMatchTextContent(/Vos fiches sont toujours là/)
  await expect.element(main).toMatchTextContent('4 fiches attendent d’être envoyées')
})
