import type { Page } from '@playwright/test'
import type { Chrome } from '../chrome.ts'
import type { Figure } from '../figure.ts'
import { median, medianRatio, ms } from '../stats.ts'
import type { Workshop } from '../workshop.ts'
import { isKeptOffline, pin, productDevice } from './setUp.ts'

const rounds = 7

/** Milliseconds since the navigation began. */
interface Start {
  readonly paint: number
  readonly usable: number
}

/** A cold start is a new browser process, without a network, on a device that has the product already. */
export const coldStart: Figure = {
  id: 'P-3',
  title: 'Cold start without a network at 4×, against a page of the same libraries',
  budget: 'first paint at most 1.3 times, home usable at most 1.6 times',
  run: async (workshop) => {
    const product = await productDevice(workshop)
    const hello = await helloDevice(workshop)
    const ours: Start[] = []
    const theirs: Start[] = []
    const journal: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await startOf(product.chrome, `${product.origin}/equipe`, 'input'))
      journal.push(await journalAfterCode(product.chrome.page))
      theirs.push(await startOf(hello.chrome, `${hello.origin}/`, 'h1'))
    }
    const of = (starts: readonly Start[], what: keyof Start) => starts.map((start) => start[what])
    const against = (what: keyof Start): string =>
      `${ms(median(of(ours, what)))} against ${ms(median(of(theirs, what)))}`
    return [
      {
        what: 'Cold start: first paint, against hello',
        value: medianRatio(of(ours, 'paint'), of(theirs, 'paint')),
        unit: '×',
        max: 1.3,
        note: against('paint'),
      },
      {
        what: 'Cold start: code of the team can be typed, against hello usable',
        value: medianRatio(of(ours, 'usable'), of(theirs, 'usable')),
        unit: '×',
        max: 1.6,
        note: against('usable'),
      },
      {
        what: 'From the code typed to the journal usable, key derivation included',
        value: median(journal),
        unit: 'ms',
        note: 'of which 600,000 rounds of PBKDF2, on purpose',
      },
    ]
  },
}

interface Device {
  readonly chrome: Chrome
  readonly origin: string
}

async function helloDevice(workshop: Workshop): Promise<Device> {
  const { origin } = await workshop.rawServer('hello')
  const chrome = await workshop.chrome()
  await chrome.page.goto(origin)
  await isKeptOffline(chrome.page)
  return { chrome, origin }
}

async function startOf(chrome: Chrome, url: string, usable: string): Promise<Start> {
  await chrome.restart()
  const { page } = chrome
  await chrome.context.setOffline(true)
  await page.addInitScript(watchUsable, usable)
  await chrome.slows()
  await page.goto(url)
  await page.waitForFunction(() => Reflect.get(globalThis, 'usableAt') !== undefined)
  return await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    usable: Reflect.get(globalThis, 'usableAt') as number,
  }))
}

/** Runs in the page: notes the first frame after which what a person needs is there and accepts them. */
function watchUsable(selector: string): void {
  const look = (): void => {
    const found = document.querySelector(selector)
    if (found === null || found.matches(':disabled')) {
      requestAnimationFrame(look)
      return
    }
    // The frame that shows it is painted once a task queued from it runs.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => Reflect.set(globalThis, 'usableAt', performance.now())
      port2.postMessage(null)
    })
  }
  requestAnimationFrame(look)
}

async function journalAfterCode(page: Page): Promise<number> {
  await page.getByLabel(/^Code de l[’']équipe/).fill(pin)
  const button = page.getByRole('button', { name: 'Entrer' })
  const form = page.getByRole('form', { name: 'Nouvelle visite' })
  const started = performance.now()
  await button.click()
  await form.getByRole('button', { name: 'Enregistrer la visite' }).waitFor()
  return performance.now() - started
}
