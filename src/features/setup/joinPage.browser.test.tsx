import '#ui/base.css'
import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { anEnrolledStage, aStage, strike } from '#app/testStage.tsx'
import { thisDevice } from '#storage/settings.ts'
import { JoinPage } from './JoinPage.tsx'

afterEach(strike)

const field = (name: string) => page.getByLabelText(name, { exact: true })
const main = page.getByRole('main')
const join = page.getByRole('button', { name: 'Ajouter cet appareil' })

async function opens(secret: string | null) {
  const stage = await aStage()
  stage.show(
    <JoinPage secret={secret} isOpen={false} onUnlock={() => undefined} onContinue={() => undefined} />,
  )
  return stage
}

async function typesPin(pin = '739154'): Promise<void> {
  await field('Code de l’équipe').fill(pin)
  await field('Le même code, une deuxième fois').fill(pin)
}

test('[SEC-62] a code that misses a sign is told before the server is asked, and stays', async () => {
  const { db } = await opens(null)
  await typesPin()
  await join.click()
  await expect.element(main).toMatchTextContent('Ce code a 0 signe. Il en faut 16')
  await field('Code de 16 signes').fill('7k4m 2qrt 9xwb 3hj')
  await expect.element(main).toMatchTextContent('Ce code a 15 signes. Il en faut 16')
  await expect.element(field('Code de 16 signes')).toHaveValue('7k4m 2qrt 9xwb 3hj')

  await field('Code de 16 signes').fill('7k4m 2qrt 9xwb 3hju')
  await expect.element(main).toMatchTextContent('Il n’y a ni U, ni accent, ni ponctuation')
  expect(await thisDevice(db)).toBeNull()
})

test('[SEC-62] a link asks for no code, and without the server says what is safe', async () => {
  await opens('01a205b3-d000-7d0c-b335-91bf6f33ce25.q2GO7hpy8eU_w4Zwbk5MvQ')
  await expect.element(page.getByRole('note', { name: 'Le lien est bien arrivé.' })).toBeVisible()
  await expect.element(field('Code de 16 signes')).not.toBeInTheDocument()
  await typesPin()
  await join.click()
  const note = page.getByRole('note', { name: 'Cela n’a pas marché' })
  await expect.element(note).toMatchTextContent(/Ce que vous avez tapé est toujours là/)
  await expect.element(field('Code de l’équipe')).toHaveValue('739154')
})

test('[SC-2] while the first records come, the way on opens as soon as the team is here', async () => {
  const { show } = await anEnrolledStage()
  show(<JoinPage secret={null} isOpen onUnlock={() => undefined} onContinue={() => undefined} />)
  await expect.element(page.getByRole('heading', { name: 'Les fiches arrivent' })).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Continuer' })).toBeVisible()
})

test('[SEC-62] a link is pasted in the place of the code; one of another address, or a cut one, is told', async () => {
  await opens('abc')
  await expect.element(page.getByRole('note', { name: 'Ce lien n’est pas complet' })).toBeVisible()
  await field('Code de 16 signes').fill('http://evil.example/#e=abc')
  await typesPin()
  await join.click()
  await expect.element(main).toMatchTextContent('Ce lien mène à une autre adresse')

  await field('Code de 16 signes').fill(`${location.origin}/#e=abc`)
  await expect.element(main).toMatchTextContent('Il manque une partie du lien')

  const door = '01a205b3-d000-7d0c-b335-91bf6f33ce25.q2GO7hpy8eU_w4Zwbk5MvQ'
  await field('Code de 16 signes').fill(`${location.origin}/#e=${door}`)
  await join.click()
  const note = page.getByRole('note', { name: 'Cela n’a pas marché' })
  await expect.element(note).toBeVisible()

  await field('Code de 16 signes').fill('7k4m')
  await join.click()
  await expect.element(main).toMatchTextContent('Ce code a 4 signes')
  await expect.element(note).not.toBeInTheDocument()
})

test('[SEC-62] a device that has joined is told so, and led to its door; it may join again', async () => {
  const { show } = await anEnrolledStage()
  const secret = '01a205b3-d000-7d0c-b335-91bf6f33ce25.q2GO7hpy8eU_w4Zwbk5MvQ'
  for (const opened of [null, secret]) {
    show(<JoinPage secret={opened} isOpen={false} onUnlock={() => undefined} onContinue={() => undefined} />)
    const title = 'Cet appareil est déjà relié à une équipe'
    await expect.element(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    const door = page.getByRole('link', { name: 'Ouvrir l’espace de l’équipe' })
    await expect.element(door).toHaveAttribute('href', '/equipe')
    await expect.element(join).not.toBeInTheDocument()
  }
  await page.getByRole('button', { name: 'Ajouter de nouveau cet appareil' }).click()
  await expect.element(join).toBeVisible()
})
