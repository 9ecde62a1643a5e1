import { todayInParis } from '../../e2e/words.ts'
import type { Figure } from '../figure.ts'
import { idFrom, randomFrom } from '../visits.ts'
import { call } from './call.ts'
import { entersJournal, productDevice } from './journal.ts'

const visitCount = 100_000

export const memory: Figure = {
  id: 'P-12',
  title: 'Memory of the page with 100,000 visits on the device, the journal open',
  budget: 'at most 50 MB of heap when idle',
  run: async (workshop) => {
    const { chrome } = await productDevice(workshop, async (page, { place }) => {
      const draw = randomFrom(12)
      const others = Array.from({ length: 9 }, () => idFrom(draw, '2020-01-06'))
      const load = { places: [place, ...others], until: todayInParis(), visitsPerPlaceAndDay: 10 }
      // Without the server, which knows none of these visits and would have them removed.
      await page.context().setOffline(true)
      await call(page, 'fillRecords', 12, visitCount, load)
      await page.context().setOffline(false)
    })
    await chrome.context.setOffline(true)
    await chrome.page.reload()
    await entersJournal(chrome.page)
    await chrome.page.waitForTimeout(1000)
    const tools = await chrome.tools()
    await tools.send('HeapProfiler.collectGarbage')
    const { usedSize } = await tools.send('Runtime.getHeapUsage')
    return [{ what: memory.title, value: usedSize / 1_000_000, unit: 'MB', max: 50 }]
  },
}
