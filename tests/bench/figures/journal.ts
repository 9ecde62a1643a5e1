import type { Locator, Page } from '@playwright/test'
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
  readonly origin: string
  readonly setting: Setting
}

/**
 * A device that was set up and has seen the product once: its files are kept for later openings.
 * @param prepare more to do in the bench page before the product is opened
 */
export async function productDevice(
  workshop: Workshop,
  prepare: (page: Page, setting: Setting) => Promise<void> = async () => undefined,
): Promise<ProductDevice> {
  const server = await workshop.server()
  const chrome = await workshop.chrome()
  const { origin } = server
  await openBench(chrome.page, origin)
  const setting = await setUp(chrome.page, server)
  await prepare(chrome.page, setting)
  await chrome.page.goto(`${origin}/equipe`)
  await isKept(chrome.page)
  return { chrome, origin, setting }
}

/** Resolves once a later opening needs no network: the worker has put its files aside and holds the page. */
export async function isKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
}

/** Types the code on the locked screen, says who is here, and resolves once a visit can be logged. */
export async function entersJournal(page: Page): Promise<void> {
  await page.getByLabel(/^Code de l[’']équipe/).fill(pin)
  const who = page.getByRole('radio', { name: /^Inès/ })
  if (!(await who.isChecked())) await who.click()
  await page.getByRole('button', { name: 'Entrer' }).click()
  await page.getByRole('button', { name: 'Enregistrer la visite' }).waitFor()
}

/** The commonest visit, with a finger: one procedure, how it went, save. */
export async function logsVisit(page: Page, at: number): Promise<void> {
  const procedures = page.getByRole('group', { name: /^Démarches/ }).getByRole('checkbox')
  const outcome = page.getByRole('radiogroup', { name: /^Comment ça s[’']est passé/ }).getByRole('radio')
  await procedures.nth(at % 4).click()
  await outcome.nth(at % 2).click()
  const before = await linesOf(page).count()
  await page.getByRole('button', { name: 'Enregistrer la visite' }).click()
  await linesOf(page).nth(before).waitFor()
}

/** The lines of the half-day's list. */
export function linesOf(page: Page): Locator {
  return page.getByRole('link', { name: /^Modifier la visite n°/ })
}
