import '#ui/base.css'
import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { aStage, type Stage, strike } from '#app/testStage.tsx'
import { draftsOfKind } from '#storage/drafts.ts'
import { members, places, site, slots, thisDevice } from '#storage/settings.ts'
import { enrolled, here } from '#storage/testDevice.ts'
import type { Presence } from '#sync/presence.tsx'
import { SetupPage } from './SetupPage.tsx'

afterEach(strike)

const field = (name: string) => page.getByLabelText(name, { exact: true })
const button = (name: string) => page.getByRole('button', { name, exact: true })
const heading = (name: string) => page.getByRole('heading', { level: 1, name })
const next = button('Continuer')
const secret = 'AAAAAAAAAAAAAAAAAAAAAA'

function opens(stage: Stage, link: string | null = secret): void {
  stage.show(<SetupPage secret={link} onUnlock={() => undefined} onStart={() => undefined} />)
}

async function answers(): Promise<void> {
  await field('Nom du réseau').fill('CCAS de Nevers')
  await next.click()
  await field('Nom de l’équipe').fill('Point d’accès')
  await next.click()
  await field('Nom du lieu').fill('Espace Banlay')
  await field('Genre de lieu').selectOptions('ccas')
  await next.click()
  await page.getByRole('checkbox', { name: 'mardi, Matin' }).click()
  await next.click()
  await field('Code de l’équipe').fill('739154')
  await field('Le même code, une deuxième fois').fill('739154')
  await next.click()
  await field('Nom affiché').fill('Inès')
  await field('Nom de cet appareil').fill('Tablette 1')
  await next.click()
  await expect.element(heading('Vérifiez, puis installez')).toBeVisible()
}

test('[E-20] a device without a link says the two ways in, and refuses half a link in words', async () => {
  opens(await aStage(), null)
  await expect.element(heading('Installer Permanence')).toBeVisible()
  await field('Lien d’installation').fill(`${location.origin}/#s=abc`)
  await button('Utiliser ce lien').click()
  await expect.element(page.getByRole('main')).toMatchTextContent(/Ce lien n’est pas complet/)
  await expect.element(field('Lien d’installation')).toHaveValue(`${location.origin}/#s=abc`)

  await field('Lien d’installation').fill(`http://evil.example/#s=${secret}`)
  await button('Utiliser ce lien').click()
  await expect.element(page.getByRole('main')).toMatchTextContent(/Ce lien mène à une autre adresse/)

  await field('Lien d’installation').fill(`${location.origin}/#s=${secret}`)
  await button('Utiliser ce lien').click()
  await expect.element(heading('Comment s’appelle votre réseau ?')).toBeVisible()
})

test('[E-20] a cut link is said, and a reload says that the answers are kept and what opens them', async () => {
  const stage = await aStage()
  opens(stage, 'abc')
  await expect.element(page.getByRole('main')).toMatchTextContent(/Ce lien n’est pas complet/)
  await expect.element(page.getByRole('note', { name: 'Vos réponses sont gardées' })).not.toBeInTheDocument()
  opens(stage)
  await field('Nom du réseau').fill('CCAS de Nevers')
  await expect.poll(() => draftsOfKind(stage.db, 'setup')).toHaveLength(1)
  opens(stage, null)
  const note = page.getByRole('note', { name: 'Vos réponses sont gardées' })
  await expect.element(note).toMatchTextContent(/Ouvrez de nouveau le lien d’installation/)
  await field('Lien d’installation').fill(`#s=${secret}`)
  await button('Utiliser ce lien').click()
  await expect.element(field('Nom du réseau')).toHaveValue('CCAS de Nevers')
})

test('[STATE-5] a step says what is missing with an example, and keeps what was typed', async () => {
  opens(await aStage())
  await next.click()
  await expect.element(page.getByRole('main')).toMatchTextContent('Écrivez ce nom. Exemple : CCAS de Nevers')
  await field('Nom du réseau').fill('CCAS de Nevers 1 85 05 78 006 084 91')
  await next.click()
  await expect.element(page.getByRole('main')).toMatchTextContent(/un numéro que personne ne doit garder/)
  await expect.element(field('Nom du réseau')).toHaveValue('CCAS de Nevers 1 85 05 78 006 084 91')
})

test('[SEC-32] a code that is guessed first is refused with the reason, and so are two different ones', async () => {
  opens(await aStage())
  await expect.element(field('Nom du réseau')).toBeVisible()
  strike()
  const stage = await aStage()
  stage.show(
    <SetupPage secret={secret} onUnlock={() => undefined} onStart={() => undefined} />,
    'staff',
    '/installation?etape=pin',
  )
  for (const [pin, words] of [
    ['abcdef', /Ce code contient autre chose que des chiffres/],
    ['12345', /Il faut 6 chiffres.*Vous en avez tapé 5/],
    ['123456', /se devine trop vite/],
    ['241126', /se devine trop vite/],
  ] as const) {
    await field('Code de l’équipe').fill(pin)
    await field('Le même code, une deuxième fois').fill(pin)
    await next.click()
    await expect.element(page.getByRole('main')).toMatchTextContent(words)
  }
  await field('Code de l’équipe').fill('739154')
  await next.click()
  await expect.element(page.getByRole('main')).toMatchTextContent(/Les deux codes ne sont pas les mêmes/)
})

test('[E-20] a reload loses nothing but the code of the team, which is asked again', async () => {
  const stage = await aStage()
  opens(stage)
  await answers()
  await expect.poll(() => draftsOfKind(stage.db, 'setup')).toHaveLength(1)
  await expect.poll(async () => JSON.stringify(await draftsOfKind(stage.db, 'setup'))).toMatch(/Tablette 1/)
  expect(JSON.stringify(await draftsOfKind(stage.db, 'setup'))).not.toContain('739154')

  opens(stage)
  await expect.element(field('Nom du réseau')).toHaveValue('CCAS de Nevers')
  strike()
  stage.show(
    <SetupPage secret={secret} onUnlock={() => undefined} onStart={() => undefined} />,
    'staff',
    '/installation?etape=check',
  )
  await expect.element(page.getByRole('main')).toMatchTextContent(/mardi, matin/)
  await button('Installer').click()
  await expect.element(heading('Choisissez le code de l’équipe')).toBeVisible()
}, 20_000)

test('[SEC-82] something else than the server answers: told in words, nothing is enrolled, all answers stay', async () => {
  const stage = await aStage()
  opens(stage)
  await answers()
  await button('Installer').click()
  const note = page.getByRole('note', { name: 'Cela n’a pas marché' })
  await expect.element(note).toMatchTextContent(/Ce que vous avez tapé est toujours là/)
  await expect.element(page.getByRole('main')).toMatchTextContent(/CCAS de Nevers.*Espace Banlay.*Inès/)
  expect(await thisDevice(stage.db)).toBeNull()
}, 20_000)

test('[SYN-1] a device that the server knows without settings finishes its set-up in one intention, without the code', async () => {
  const stage = await aStage()
  await enrolled(stage.db)
  const started: (readonly [Presence, string])[] = []
  stage.show(
    <SetupPage
      secret={null}
      onUnlock={() => undefined}
      onStart={(presence, to) => started.push([presence, to])}
    />,
    'staff',
    '/installation?etape=network',
  )
  await field('Nom du réseau').fill('CCAS de Nevers')
  await next.click()
  await field('Nom de l’équipe').fill('Point d’accès')
  await next.click()
  await field('Nom du lieu').fill('Espace Banlay')
  await field('Genre de lieu').selectOptions('ccas')
  await next.click()
  await page.getByRole('checkbox', { name: 'mardi, Matin' }).click()
  await next.click()
  await field('Nom affiché').fill('Inès')
  await field('Nom de cet appareil').fill('Tablette 1')
  await next.click()
  await expect.element(heading('Terminer l’installation')).toBeVisible()
  await page.viewport(414, 400) // the button is far below the heading
  await button('Terminer l’installation').click()
  await expect.element(heading('C’est prêt')).toHaveFocus()
  await expect.element(heading('C’est prêt')).toBeInViewport()
  await page.viewport(414, 896)

  expect((await site(stage.db))?.facts).toMatchObject({ name: 'Point d’accès' })
  expect(await places(stage.db)).toHaveLength(1)
  expect(await slots(stage.db)).toHaveLength(1)
  expect((await members(stage.db)).map(({ id }) => id)).toEqual([here.memberId])
  expect(await draftsOfKind(stage.db, 'setup')).toEqual([])
  await button('Ouvrir le journal').click()
  expect(started).toMatchObject([[{ memberId: here.memberId, role: 'coordinator' }, '/journal']])
}, 20_000)
