import type { Page } from '@playwright/test'
import type { Chrome } from '../chrome.ts'
import type { Figure } from '../figure.ts'
import { median, medianRatio, ms } from '../stats.ts'
import type { Workshop } from '../workshop.ts'
import { entersJournal, isKept, productDevice } from './journal.ts'

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
    const [ours, theirs, journal]: [Start[], Start[], number[]] = [[], [], []]
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await startOf(product.chrome, `${product.origin}/equipe`, '#code'))
      const started = performance.now()
      await entersJournal(product.chrome.page)
      journal.push(performance.now() - started)
      theirs.push(await startOf(hello.chrome, `${hello.origin}/`, 'h1'))
    }
    return [
      against('Cold start: first paint, against hello', 'paint', ours, theirs, 1.3),
      against('Cold start: the code can be typed, against hello usable', 'usable', ours, theirs, 1.6),
      {
        what: 'From the code typed to the journal usable',
        value: median(journal),
        unit: 'ms',
        note: 'at 4×; 600,000 rounds of key derivation are in it, on purpose',
      },
    ]
  },
}

function against(
  what: string,
  moment: keyof Start,
  ours: readonly Start[],
  theirs: readonly Start[],
  max: number,
) {
  const [own, raw] = [ours, theirs].map((starts) => starts.map((start) => start[moment])) as [
    number[],
    number[],
  ]
  const note = `${ms(median(own))} against ${ms(median(raw))}`
  return { what, value: medianRatio(own, raw), unit: '×' as const, max, note }
}

async function helloDevice(
  workshop: Workshop,
): Promise<{ readonly chrome: Chrome; readonly origin: string }> {
  const { origin } = await workshop.rawServer('hello')
  const chrome = await workshop.chrome()
  await chrome.page.goto(origin)
  await isKept(chrome.page)
  return { chrome, origin }
}

async function startOf(chrome: Chrome, url: string, usable: string): Promise<Start> {
  await chrome.restart()
  const { page } = chrome
  await chrome.context.setOffline(true)
  await page.addInitScript(watchUsable, usable)
  await chrome.slows()
  await page.goto(url)
  return await startSeen(page)
}

async function startSeen(page: Page): Promise<Start> {
  for (;;) {
    const start = await page.evaluate(() => ({
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
      usable: Reflect.get(globalThis, 'usableAt') as number | undefined,
    }))
    const { paint, usable } = start
    if (paint !== undefined && usable !== undefined) return { paint, usable }
    await page.waitForTimeout(100)
  }
}

/** Runs in the page: notes when the frame that shows what a person needs has been painted. */
function watchUsable(selector: string): void {
  const look = (): void => {
    if (document.querySelector(selector)?.matches(':enabled, h1') !== true) {
      requestAnimationFrame(look)
      return
    }
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => Reflect.set(globalThis, 'usableAt', performance.now())
    requestAnimationFrame(() => port2.postMessage(null))
  }
  requestAnimationFrame(look)
}
