import type { Figure } from '../figure.ts'
import { percentile } from '../stats.ts'
import { entersJournal, logsVisit, productDevice } from './journal.ts'

const saves = 15

/** In the product itself: the commit is seen on its own transaction, the list on its own page. */
export const liveList: Figure = {
  id: 'P-5',
  title: 'The list of the half-day shows a saved visit',
  budget: 'the next frame after the commit',
  run: async (workshop) => {
    const { chrome } = await productDevice(workshop)
    const { page } = chrome
    await page.addInitScript(watchCommits)
    await page.reload()
    await entersJournal(page)
    for (let at = 0; at < saves; at += 1) await logsVisit(page, at)
    const frames = await page.evaluate(() => Reflect.get(globalThis, 'framesToList') as number[])
    if (frames.length < saves) throw new Error(`${frames.length} of ${saves} saves were seen`)
    const note = `p90 ${percentile(frames, 0.9)}, at most ${Math.max(...frames)}, of ${frames.length} saves`
    return [
      {
        what: 'Frames from the commit to the visit in the list',
        value: percentile(frames, 0.5),
        unit: 'frames',
        max: 1,
        note,
      },
    ]
  },
}

/** Runs in the page: counts the frames from each commit of a save to the next line more in the list. */
function watchCommits(): void {
  const framesToList: number[] = []
  Reflect.set(globalThis, 'framesToList', framesToList)
  const lines = (): number => document.querySelectorAll('main a[href*="/visite/"]').length
  const open = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const transaction = open.call(this, stores, mode, options)
    const isSave = options?.durability === 'strict' && transaction.objectStoreNames.contains('outbox')
    if (mode === 'readwrite' && isSave) transaction.addEventListener('complete', countFrames)
    return transaction
  }
  function countFrames(): void {
    const before = lines()
    let frames = 1
    const count = (): void => {
      frames += 1
      frame = requestAnimationFrame(count)
    }
    let frame = requestAnimationFrame(count)
    const observer = new MutationObserver(() => {
      if (lines() <= before) return
      observer.disconnect()
      cancelAnimationFrame(frame)
      framesToList.push(frames)
    })
    observer.observe(document, { childList: true, subtree: true })
  }
}
