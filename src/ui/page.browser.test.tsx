import './base.css'
import type { ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { Announcer } from './Announcer.tsx'
import { announce, announceError, silence } from './announce.ts'
import { Button } from './Button.tsx'
import { DataTable } from './DataTable.tsx'
import { Page } from './Page.tsx'
import { Qr } from './Qr.tsx'

let root: Root | undefined

async function show(node: ReactNode): Promise<void> {
  const place = document.body.appendChild(document.createElement('div'))
  root = createRoot(place)
  root.render(node)
  await vi.waitFor(() => expect(place.childElementCount).toBeGreaterThan(0))
}

afterEach(() => {
  silence()
  vi.useRealTimers()
  root?.unmount()
  document.body.replaceChildren()
})

const focused = () => document.activeElement

test('[UX-7] a message is said in the region that was there, without moving the focus', async () => {
  await show(
    <>
      <Announcer closeLabel="Fermer" />
      <Button>Enregistrer</Button>
    </>,
  )
  const region = page.getByRole('status').element()
  await userEvent.keyboard('{Tab}')
  announce('Visite enregistrée')
  await expect.element(page.getByRole('status')).toHaveTextContent('Visite enregistrée')
  expect(page.getByRole('status').element()).toBe(region)
  expect(focused()).toHaveTextContent('Enregistrer')

  announceError('Ce n’est pas enregistré')
  await expect.element(page.getByRole('alert')).toMatchTextContent('Ce n’est pas enregistré')
  await expect.element(page.getByRole('status')).toBeEmptyDOMElement()
})

test('[UX-13] the way back stays 10 seconds, is reached by keyboard and gives the focus back', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const onPress = vi.fn()
  root = createRoot(document.body.appendChild(document.createElement('div')))
  root.render(
    <>
      <Announcer closeLabel="Fermer" />
      <Button>Venue</Button>
    </>,
  )
  await expect.element(page.getByRole('button', { name: 'Venue' })).toBeVisible()
  page.getByRole('button', { name: 'Venue' }).element().focus()
  announce('Visite enregistrée', { label: 'Annuler', onPress })
  await expect.element(page.getByRole('button', { name: 'Annuler' })).toBeVisible()
  vi.advanceTimersByTime(10_000)
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
  expect(focused()).toHaveTextContent('Annuler')
  vi.advanceTimersByTime(60_000)
  await userEvent.keyboard('{Enter}')
  expect(onPress).toHaveBeenCalledOnce()
  expect(focused()).toHaveTextContent('Venue')
})

test('[UX-13] a way back stays 10 seconds whatever is said after it; what offers nothing is replaced', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  const undone = vi.fn()
  root = createRoot(document.body.appendChild(document.createElement('div')))
  root.render(<Announcer closeLabel="Fermer" />)
  const status = page.getByRole('status')
  await expect.element(status).toBeInTheDocument()
  const undo = (name: string) => ({ label: 'Annuler', onPress: () => undone(name) })
  announce('Copie')
  for (const name of ['1', '2', '3', '4', '5']) announce(`n° ${name} supprimée`, undo(name))
  announce('Compte corrigé')
  announceError('Ce n’est pas enregistré')
  await expect.element(status).toMatchTextContent('n° 5 supprimée')
  vi.advanceTimersByTime(9_900)

  await expect.element(status).toMatchTextContent('n° 1 supprimée')
  expect(status.element()).not.toHaveTextContent('Copie')
  expect(status.element()).not.toHaveTextContent('Compte corrigé')
  const back = page.getByRole('button', { name: 'Annuler' })
  expect(back.elements()).toHaveLength(5)
  await expect.element(back.first()).toHaveAccessibleDescription('n° 1 supprimée')
  ;(back.first().element() as HTMLElement).click()
  expect(undone).toHaveBeenCalledWith('1')
  await expect.poll(() => back.elements().length).toBe(4)
  vi.advanceTimersByTime(1_000)
  await expect.poll(() => back.elements().length).toBe(2)
  vi.advanceTimersByTime(10_000)
  await expect.poll(() => back.elements().length).toBe(0)
})

test('[UX-13] the same way back said again takes the place of the one before', async () => {
  root = createRoot(document.body.appendChild(document.createElement('div')))
  root.render(<Announcer closeLabel="Fermer" />)
  await expect.element(page.getByRole('status')).toBeInTheDocument()
  const onPress = vi.fn()
  for (let press = 0; press < 3; press += 1) announce('Comptée', { label: 'Annuler', onPress, repeats: true })
  await expect.element(page.getByRole('status')).toMatchTextContent(/^ComptéeAnnuler$/)
})

test('[STATE-4] a message leaves by itself, an error does not', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  root = createRoot(document.body.appendChild(document.createElement('div')))
  root.render(<Announcer closeLabel="Fermer" />)
  await expect.element(page.getByRole('status')).toBeInTheDocument()
  announce('Visite enregistrée')
  await expect.element(page.getByText('Visite enregistrée')).toBeVisible()
  vi.advanceTimersByTime(30_000)
  await expect.element(page.getByRole('status')).toBeEmptyDOMElement()

  announceError('Ce n’est pas enregistré')
  await expect.element(page.getByRole('alert')).toMatchTextContent('Ce n’est pas enregistré')
  vi.advanceTimersByTime(300_000)
  await expect.element(page.getByRole('alert')).toMatchTextContent('Ce n’est pas enregistré')
})

test('[NAV-2] a new address gives the focus to its title, the first page leaves it alone', async () => {
  const screen = (name: string) => <Page heading={name} documentTitle={`${name} – Permanence`} />
  const router = createMemoryRouter([
    { path: '/', element: screen('Journal') },
    { path: '/envoi', element: screen('Envoi des fiches') },
  ])
  await show(<RouterProvider router={router} />)
  await expect.element(page.getByRole('heading', { level: 1, name: 'Journal' })).toBeVisible()
  expect(document.title).toBe('Journal – Permanence')
  expect(focused()).toBe(document.body)

  await router.navigate('/envoi')
  await vi.waitFor(() => expect(focused()).toHaveTextContent('Envoi des fiches'))
  expect(document.title).toBe('Envoi des fiches – Permanence')
})

test('[NAME-2] an alert can be closed, and goes with its screen or when something succeeds', async () => {
  const screen = (name: string) => <Page heading={name} documentTitle={name} />
  const router = createMemoryRouter([
    { path: '/', element: screen('Journal') },
    { path: '/envoi', element: screen('Envoi des fiches') },
  ])
  await show(
    <>
      <Announcer closeLabel="Fermer" />
      <RouterProvider router={router} />
    </>,
  )
  const alert = page.getByRole('alert')
  announceError('Ce n’est pas enregistré')
  await page.getByRole('button', { name: 'Fermer' }).click()
  await expect.element(alert).toBeEmptyDOMElement()

  announceError('Ce n’est pas enregistré')
  await expect.element(alert).not.toBeEmptyDOMElement()
  announce('Visite enregistrée')
  await expect.element(alert).toBeEmptyDOMElement()

  announceError('Ce n’est pas enregistré')
  await expect.element(alert).not.toBeEmptyDOMElement()
  await router.navigate('/envoi')
  await expect.element(alert).toBeEmptyDOMElement()
})

test('[UX-5] a table that is too wide scrolls in a box that the keyboard reaches', async () => {
  const columns = Array.from({ length: 30 }, (_, index) => ({
    id: `c${index}`,
    heading: `Colonne ${index}`,
    cell: (row: { readonly id: string }) => row.id,
  }))
  await show(
    <DataTable caption="À envoyer" columns={columns} rows={[{ id: 'a' }]} rowKey={(row) => row.id} />,
  )
  const box = page.getByRole('region', { name: 'À envoyer' })
  await expect.element(box).toHaveAttribute('tabindex', '0')
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth)
  await expect.element(page.getByRole('table', { name: 'À envoyer' })).toBeVisible()
})

test('[PAPER-2] a code keeps a quiet zone of 4 squares', async () => {
  await show(<Qr text="https://permanence.example/inscription" label="Adresse d’inscription" />)
  await expect.element(page.getByRole('img', { name: 'Adresse d’inscription' })).toBeVisible()
  const drawn = document.querySelector('path')?.getBBox()
  const whole = document.querySelector('rect')?.getBBox()
  expect(drawn).toMatchObject({ x: 4, y: 4 })
  expect(whole?.width).toBe((drawn?.width ?? 0) + 8)
})
