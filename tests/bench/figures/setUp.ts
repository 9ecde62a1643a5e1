import type { Page } from '@playwright/test'
import { todayInParis } from '../../e2e/words.ts'
import type { Chrome } from '../chrome.ts'
import type { Setting } from '../page/device.ts'
import type { RunningServer, Workshop } from '../workshop.ts'
import { call, openBench } from './call.ts'

export const pin = '739154'

/** Makes the network of a fresh server from the bench page, which becomes its first device. */
export async function setUp(page: Page, { server }: RunningServer): Promise<Setting> {
  return await call(page, 'setUpNetwork', new URL(server.setUpLink).hash, pin, todayInParis())
}

export interface ProductDevice {
  readonly chrome: Chrome
  readonly server: RunningServer
  readonly origin: string
  readonly setting: Setting
}

/** A device set up, that has seen the product once and keeps it: the worker is there. Its page is the bench page. */
export async function productDevice(workshop: Workshop): Promise<ProductDevice> {
  const server = await workshop.server()
  const chrome = await workshop.chrome()
  const { origin } = server
  await openBench(chrome.page, origin)
  const setting = await setUp(chrome.page, server)
  await chrome.page.goto(`${origin}/equipe`)
  await isKeptOffline(chrome.page)
  return { chrome, server, origin, setting }
}

/** Resolves once a later opening needs no network: the worker has put its files aside. */
export async function isKeptOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
}

/** Types the code of the team on the locked screen, and resolves once a visit can be logged. */
export async function journalOpens(page: Page): Promise<void> {
  await page.getByLabel(/^Code de l[’']équipe/).fill(pin)
  await page.getByRole('button', { name: 'Entrer' }).click()
  await page.getByRole('button', { name: 'Enregistrer la visite' }).waitFor()
}
