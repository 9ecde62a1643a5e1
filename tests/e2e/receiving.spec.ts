import type { DeviceClient } from './deviceClient.ts'
import { team } from './entrance.ts'
import { refusal } from './faultProxy.ts'
import { expect, test } from './fixtures.ts'
import { aFoundedDevice, aVisitOf, visitFacts } from './foundedDevice.ts'
import type { Network } from './network.ts'
import { aVisit } from './visits.ts'

test.describe.configure({ mode: 'parallel' })

/** A hundred visits a day in October. */
function dayOf(visit: number): string {
  return `2026-10-${String(Math.floor(visit / 100) + 1).padStart(2, '0')}`
}

/** A municipality that has worked for years: its server holds many visits before the tablet comes. */
async function aBusyNetwork(network: Network, visits: number): Promise<DeviceClient> {
  const device = await aFoundedDevice(network)
  for (let done = 0; done < visits; done += 200) {
    const batch = Array.from({ length: Math.min(200, visits - done) }, (_, at) =>
      aVisitOf(device, { set: visitFacts(device, { day: dayOf(done + at), rank: ((done + at) % 100) + 1 }) }),
    )
    expect((await device.pushes(batch)).status).toBe(200)
  }
  return device
}

test('[SC-2] reloading in the middle of the first download: it resumes, completes, and repeats nothing', async ({
  field,
}) => {
  test.slow()
  const network = await field.aNetwork()
  const elder = await aBusyNetwork(network, 3_000)
  const tablet = network.aTablet()
  network.line.meddles(({ path }) =>
    path.startsWith('/api/sync/v1/changes') ? { type: 'delay', milliseconds: 1_500 } : undefined,
  )
  await tablet.starts()
  await tablet.page.goto(`${network.line.url}/${await elder.opensTheDoor()}`)
  await tablet.choosesPin(team.pin)
  await tablet.button('Ajouter cet appareil').click()
  await expect(tablet.heading('Les fiches arrivent')).toBeVisible({ timeout: 30_000 })

  for (const milliseconds of [1_000, 2_000]) {
    await tablet.page.waitForTimeout(milliseconds)
    await tablet.opens('/journal')
    await tablet.enters()
  }
  network.line.meddles()

  await tablet.hasSentEverything(60_000)
  for (const visit of [0, 1_500, 2_900]) {
    await tablet.goesTo(`/journal/${dayOf(visit)}`)
    await expect(tablet.page.getByText(/100\s?visites/).first()).toBeVisible()
  }
})

/**
 * Runs in the page. What tells that the first download was complete is in the `meta` table: `feed` says that a
 * snapshot is no longer `loading` and up to which `head` all is here, `exchange` when the last complete exchange was.
 * The cursor is no such mark: it is the place itself, written with the rows it names.
 */
async function forgetTheFirstDownload(): Promise<void> {
  type Row = { readonly key: string; readonly value: Readonly<Record<string, unknown>> }
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const database = await done(indexedDB.open('permanence'))
  const meta = database.transaction('meta', 'readwrite').objectStore('meta')
  const { value: feed } = (await done(meta.get('feed'))) as Row
  if (feed.loading !== false) throw new Error('the first download was not complete')
  await done(meta.put({ key: 'feed', value: { ...feed, loading: true, head: 0 } }))
  await done(meta.delete('exchange'))
  database.close()
}

test('[SC-3] the marks of a complete first download are lost: all is there without network, and nothing starts over', async ({
  field,
}) => {
  test.slow()
  const { network, tablet } = await field.aReadyTablet()
  for (const minutes of [10, 20, 30]) await tablet.logs(aVisit({ minutes }))
  await network.holdsVisits(tablet.logged)
  const other = await network.aJoinedTablet(tablet)
  await other.shows(tablet.logged)
  await other.hasSentEverything()
  await other.isReadyWithoutNetwork()
  await other.losesNetwork()

  await other.page.evaluate(forgetTheFirstDownload)
  const before = network.line.exchanges.length
  await other.page.reload()
  await other.enters()

  await other.shows(tablet.logged)
  other.logged = tablet.logged
  await other.logs(aVisit({ minutes: 40 }))
  await other.saysToSend(1)
  await other.page.reload()
  await other.enters()
  await other.showsEverything()

  await other.findsNetwork()
  await network.holdsExactly(other.logged)
  await other.hasSentEverything()
  await other.showsEverything()
  const pulls = network.line.exchanges.slice(before).filter(({ path }) => path.includes('/changes'))
  expect(pulls.length).toBeGreaterThan(0)
  expect(pulls.filter(({ path }) => !path.includes('cursor=')).map(({ path }) => path)).toEqual([])
})

test('[SC-4] a network that comes and goes during the start leaves no stuck page', async ({ field }) => {
  const { tablet, network } = await field.aReadyTablet()
  await tablet.closes()
  tablet.expectsComplaint(/net::ERR_/)
  let turn = 0
  network.line.meddles(() => {
    turn += 1
    return turn % 3 === 0 ? undefined : { type: 'request lost' }
  })
  await tablet.opens('/journal')
  await tablet.goesOffline(true)
  await tablet.page.waitForTimeout(150)
  await tablet.goesOffline(false)
  await tablet.page.waitForTimeout(150)
  await tablet.goesOffline(true)
  await tablet.enters()
  await tablet.goesOffline(false)
  await expect(tablet.form).toBeVisible()
  await tablet.logs(aVisit())
  network.line.meddles()
  await tablet.sendsNow()
  await network.holdsExactly(tablet.logged)
})

test('[SC-6] a server that gives one byte a second never blocks the screen; the state says what waits', async ({
  field,
}) => {
  const { tablet, network } = await field.aReadyTablet()
  // From the first push on: a pull under way would hold it back, one request at a time.
  network.line.meddles(({ method, path }) =>
    path.startsWith('/api/') && (method === 'POST' || network.line.pushes().length > 0)
      ? { type: 'trickle' }
      : undefined,
  )
  tablet.expectsComplaint(/net::ERR_|abort/i)
  await tablet.logs(aVisit({ minutes: 1 }))
  await expect.poll(() => network.line.pushes().length).toBeGreaterThan(0)

  const start = Date.now()
  await tablet.logs(aVisit({ minutes: 2 }))
  await tablet.logs(aVisit({ minutes: 3 }))
  expect(Date.now() - start, 'two visits while the server crawls').toBeLessThan(8_000)
  expect(await tablet.toSend()).toBeGreaterThan(0)
  expect(await tablet.says('Tout est envoyé')).toBe(false)

  network.line.meddles()
  await tablet.page.reload()
  await tablet.enters()
  await tablet.sendsNow()
  await network.holdsExactly(tablet.logged)
})

test('[SC-7] an iPad outside the home screen is warned before the first visit', async ({ field }) => {
  const userAgent =
    'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1'
  const outsideHomeScreen = "Object.defineProperty(Navigator.prototype, 'standalone', { value: false })"
  const { tablet } = await field.aReadyTablet({}, { userAgent, hasTouch: true, script: outsideHomeScreen })
  await expect(tablet.page.locator('body')).toContainText(/écran d[’']accueil/i)
  await tablet.goesTo('/envoi')
  await expect(tablet.main).toContainText(/Garde des fiches/)
})

test('[SC-33] two devices change different fields of one visit without network: both changes stay', async ({
  field,
}) => {
  test.slow()
  const { network, tablet } = await field.aReadyTablet()
  const other = await network.aJoinedTablet(tablet)
  await tablet.logs(aVisit({ minutes: 10, ageBand: '26-39' }))
  await network.holdsVisits(tablet.logged)
  await other.sendsNow()
  await other.shows(tablet.logged)
  await tablet.losesNetwork()
  await other.losesNetwork()

  await tablet.corrects(1, { minutes: 45 })
  await other.corrects(1, { ageBand: '40-59' })

  await tablet.findsNetwork()
  await tablet.hasSentEverything()
  await other.findsNetwork()
  await other.hasSentEverything()
  const both = tablet.logged.map((visit) => ({ ...visit, ageBand: '40-59' as const }))
  await network.holdsExactly(both)
  await other.shows(both)
})

test('[SC-35] site data cleared, device added again: everything comes back, once', async ({ field }) => {
  test.slow()
  const { network, tablet } = await field.aReadyTablet()
  const other = await network.aJoinedTablet(tablet)
  for (const minutes of [10, 20, 30]) await tablet.logs(aVisit({ minutes }))
  await network.holdsVisits(tablet.logged)
  const browser = await tablet.context.newCDPSession(tablet.page)
  await browser.send('Storage.clearDataForOrigin', { origin: network.line.url, storageTypes: 'all' })

  await tablet.joinsByLink(await other.opensTheDoor('Tablette 1, de nouveau'))
  await tablet.goesTo('/journal')

  await tablet.showsEverything()
  await network.holdsExactly(tablet.logged)
})

test('[SC-77] what the line says is what waits, whatever happens to it', async ({ field }) => {
  const { network, tablet } = await field.aReadyTablet()
  await tablet.losesNetwork()
  await tablet.saysToSend(0)
  await tablet.logs(aVisit({ minutes: 1 }))
  await tablet.saysToSend(2) // the visit, and the permanence of this half-day
  await tablet.logs(aVisit({ minutes: 2 }))
  await tablet.saysToSend(3)
  await tablet.corrects(1, { minutes: 9 })
  await tablet.saysToSend(4)
  await tablet.deletes(2)
  await tablet.saysToSend(5)

  await tablet.goesTo('/envoi')
  const rows = tablet.page.getByRole('table', { name: /À envoyer/i }).getByRole('row')
  const total = () =>
    rows.evaluateAll((found) =>
      found.slice(1).reduce((sum, row) => sum + Number(row.lastElementChild?.textContent), 0),
    )
  await expect.poll(total).toBe(5)

  network.line.meddles(({ method }) => (method === 'POST' ? refusal(503, 'restore_unfinished') : undefined))
  tablet.expectsComplaint(/503/)
  await tablet.findsNetwork()
  await expect.poll(() => network.line.pushes().length).toBeGreaterThan(0)
  await tablet.saysToSend(5)
  network.line.meddles()
  await tablet.button('Envoyer maintenant').click()
  await tablet.hasSentEverything()
  await network.holdsExactly(tablet.logged)
})
