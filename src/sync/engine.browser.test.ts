import { expect, test, vi } from 'vitest'
import { paths } from '#protocol/version.ts'
import { aVisit, enrolled, saves } from '#storage/testDevice.ts'
import { aDexieStore } from '#storage/testStores.ts'
import { transferFacts } from '#storage/transfers.ts'
import { browserChannel } from './channel.ts'
import { createSync } from './engine.ts'
import { anyKey, connectionTo, network, page, pushed, pushIn } from './testWorld.ts'
import { browserTimers } from './timers.ts'

test('[SYN-17] with the locks and channels of the browser, one of two tabs talks, and the other takes over', async () => {
  const store = await enrolled(await aDexieStore())
  let inFlight = 0
  let most = 0
  const fetch = network(async (asked) => {
    inFlight += 1
    most = Math.max(most, inFlight)
    await new Promise((resolve) => setTimeout(resolve, 5))
    inFlight -= 1
    if (asked.path === paths.changes) return page()
    return pushed({ acked: (await pushIn(asked)).operations.at(-1)?.seq ?? 0 })
  })
  const channel = crypto.randomUUID()
  const aTab = () =>
    createSync({
      store,
      connection: { ...connectionTo(fetch), timers: browserTimers },
      locks: navigator.locks,
      channel: browserChannel(channel),
      isVisible: () => true,
      afterRound: async () => undefined,
    })
  const [first, second] = [aTab(), aTab()]
  await saves(store, ...Array.from({ length: 20 }, () => aVisit()))
  first.start(anyKey)
  second.start(anyKey)
  const isAllSent = async () => expect(await transferFacts(store)).toMatchObject({ pending: 0, acked: 0 })
  await vi.waitFor(isAllSent, { timeout: 5_000 })
  second.sendNow()
  first.stop()
  await saves(store, aVisit())
  await vi.waitFor(isAllSent, { timeout: 8_000 })
  second.stop()
  expect(most).toBe(1)
  expect(fetch.asked.filter(({ path }) => path === paths.operations)).toHaveLength(2)
})
