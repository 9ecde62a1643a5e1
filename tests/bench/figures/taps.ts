import type { Figure } from '../figure.ts'
import { median, ms, percentile } from '../stats.ts'
import { entersJournal, logsVisit, productDevice } from './journal.ts'

const visits = 20
/** What the browser does not tell is shorter than this. */
const untold = 16

/** The browser's own Event Timing: from the finger to the next paint. */
export const taps: Figure = {
  id: 'P-14',
  title: 'A tap in the journal at 4×: time to next paint, p98',
  budget: 'at most 100 ms',
  run: async (workshop) => {
    const { chrome } = await productDevice(workshop)
    const { page } = chrome
    await entersJournal(page)
    await chrome.slows()
    const before = await page.evaluate(watchTaps)
    for (let at = 0; at < visits; at += 1) await logsVisit(page, at)
    const { told, count } = await page.evaluate((before) => {
      const seen = Reflect.get(globalThis, 'taps') as Map<number, number>
      return {
        told: [...seen.values()],
        count: Number(Reflect.get(performance, 'interactionCount')) - before,
      }
    }, before)
    const all = [...told, ...Array.from({ length: Math.max(0, count - told.length) }, () => untold)]
    const note = `${all.length} taps, median ${ms(median(all))}, longest ${ms(Math.max(...all))}`
    return [{ what: taps.title, value: percentile(all, 0.98), unit: 'ms', max: 100, note }]
  },
}

/** Runs in the page: keeps the longest event of each tap or key. @returns how many there were before */
function watchTaps(): number {
  const seen = new Map<number, number>()
  Reflect.set(globalThis, 'taps', seen)
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const id = Number(Reflect.get(entry, 'interactionId') ?? 0)
      if (id > 0) seen.set(id, Math.max(seen.get(id) ?? 0, entry.duration))
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  return Number(Reflect.get(performance, 'interactionCount'))
}
