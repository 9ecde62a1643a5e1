import type { Exchange } from './faultProxy.ts'
import { portal, refusal } from './faultProxy.ts'
import { expect, test } from './fixtures.ts'
import { aVisit } from './visits.ts'
import { addsWaitingVisits } from './waitingVisits.ts'
import { named } from './words.ts'

test.describe.configure({ mode: 'parallel' })

type Sent = { readonly id: string; readonly kind: string; readonly set?: { readonly minutes?: number } }

function operationsOf(push: Exchange): readonly Sent[] {
  return (JSON.parse(push.requestBody) as { readonly operations: readonly Sent[] }).operations
}

/** The minutes of the visits in a push: each test gives each of its visits its own, as a name. */
function minutesIn(body: string): readonly number[] {
  return [...body.matchAll(/"minutes":(\d+)/g)].map(([, minutes]) => Number(minutes))
}

const push = '/api/sync/v1/operations'

test('[SC-18] three visits noted without network leave by themselves, oldest first, and the counter goes to 0', async ({
  field,
}) => {
  const { network, tablet } = await field.aReadyTablet()
  await tablet.losesNetwork()
  for (const minutes of [11, 12, 13]) await tablet.logs(aVisit({ minutes }))
  await tablet.saysToSend(4) // the visits, and the permanence of this half-day

  await tablet.findsNetwork()

  await tablet.hasSentEverything()
  const sent = network.line.pushes().flatMap(operationsOf)
  expect(sent.flatMap(({ set }) => set?.minutes ?? [])).toEqual([11, 12, 13])
  await network.holdsExactly(tablet.logged)
})

test('[SC-20] an operation refused as already used is set aside and shown; the others leave', async ({
  field,
}) => {
  const { network, tablet } = await field.aReadyTablet()
  await tablet.losesNetwork()
  for (const minutes of [21, 22, 23]) await tablet.logs(aVisit({ minutes }))
  network.line.meddles(({ method, path, body }) => {
    if (method !== 'POST' || path !== push || !minutesIn(body).includes(22)) return undefined
    const { operations } = JSON.parse(body) as { readonly operations: readonly Sent[] }
    return refusal(409, 'operation_reused', { id: operations.find(({ set }) => set?.minutes === 22)?.id })
  })
  tablet.expectsComplaint(/409/)

  await tablet.findsNetwork()

  await network.holdsVisits(tablet.logged.filter(({ minutes }) => minutes !== 22))
  await tablet.showsToCorrect(1)
})

test('[SC-21] an edit of a visit that another device deleted is held, shown with its reason, corrected and sent again; the others leave', async ({
  field,
}) => {
  test.slow() // two tablets, four exchanges
  const { network, tablet } = await field.aReadyTablet()
  const other = await network.aJoinedTablet(tablet)
  await tablet.logs(aVisit({ minutes: 31 }))
  await network.holdsVisits(tablet.logged)
  await other.sendsNow()
  await other.shows(tablet.logged)
  await other.losesNetwork()
  await other.corrects(1, { minutes: 39 })
  await other.logs(aVisit({ minutes: 32 }))
  await tablet.deletes(1)
  await network.holdsVisits(tablet.logged)

  await other.findsNetwork()
  await other.hasSentEverything()

  await other.showsToCorrect(1)
  await expect(other.page.getByRole('main')).toContainText(/supprim/i)
  const heldMinutes = () =>
    network
      .stored()
      .living('visit')
      .map(({ facts }) => facts.minutes)
      .sort()
  await expect.poll(heldMinutes).toEqual([32])

  await other.page.getByRole('link', { name: named('Corriger : Visite du', '') }).click()
  await other.saysWhyItWasHeld('La fiche a été supprimée entre-temps.')
  await expect(other.field('Durée en minutes')).toHaveValue('39')
  await other.savesTheCorrection({ minutes: 38 })
  await other.hasSentEverything()

  await expect.poll(heldMinutes).toEqual([32, 38])
  for (const device of [other, tablet]) {
    await device.sendsNow()
    await device.showsToCorrect(0)
  }
})

test('[SC-22] an operation that the server cannot read is set aside and shown; the others leave', async ({
  field,
}) => {
  const { network, tablet } = await field.aReadyTablet()
  await tablet.losesNetwork()
  for (const minutes of [41, 42, 43]) await tablet.logs(aVisit({ minutes }))
  tablet.expectsComplaint(/400/)
  network.line.meddles(({ method, path, body }) => {
    if (method !== 'POST' || path !== push || !minutesIn(body).includes(41)) return undefined
    const { operations } = JSON.parse(body) as { readonly operations: readonly Sent[] }
    return refusal(400, 'malformed', { id: operations.find(({ set }) => set?.minutes === 41)?.id })
  })

  await tablet.findsNetwork()

  await network.holdsVisits(tablet.logged.filter(({ minutes }) => minutes !== 41))
  await tablet.showsToCorrect(1)
})

test('[SC-22] while the server fails at one operation, what comes before it leaves; the rest is kept, shown, exported, and leaves once it is mended', async ({
  field,
}) => {
  test.slow()
  const { network, tablet } = await field.aReadyTablet()
  await tablet.losesNetwork()
  for (const minutes of [45, 46, 47, 48]) await tablet.logs(aVisit({ minutes }))
  tablet.expectsComplaint(/500/)
  network.line.meddles(({ method, path, body }) =>
    method === 'POST' && path === push && minutesIn(body).includes(46) ? refusal(500, 'failed') : undefined,
  )

  await tablet.findsNetwork()
  await network.holdsVisits(tablet.logged.filter(({ minutes }) => minutes === 45))
  const isAlone = () =>
    network.line.pushes().some(({ requestBody }) => minutesIn(requestBody).join() === '46')
  await expect.poll(isAlone, { message: 'halved down to the one that fails', timeout: 30_000 }).toBe(true)

  await tablet.showsEverything()
  await tablet.logs(aVisit({ minutes: 49 }))
  await tablet.saysToSend(4)
  await tablet.goesTo('/envoi')
  await expect(tablet.main).toContainText('Le serveur a eu un problème')
  const waiting = tablet.page.getByRole('table', { name: 'À envoyer' }).getByRole('row', { name: /^Visite/ })
  await expect(waiting).toContainText('4')
  expect(minutesIn(await tablet.exports('Exporter ce qui attend'))).toEqual([46, 47, 48, 49])

  network.line.meddles()
  await tablet.button('Envoyer maintenant').click()
  await network.holdsExactly(tablet.logged)
  await tablet.hasSentEverything()
})

test('[SC-23] an answer « unknown » never removes anything from the device', async ({ field }) => {
  const { network, tablet } = await field.aReadyTablet()
  tablet.expectsComplaint(/404/)
  network.line.meddles(({ method }) => (method === 'POST' ? refusal(404, 'unknown') : undefined))
  await tablet.logs(aVisit({ minutes: 51 }))
  await tablet.sendsNow()
  await expect.poll(() => network.line.pushes().length).toBeGreaterThan(0)
  await tablet.page.reload()
  await tablet.enters()
  expect(await tablet.toSend()).toBeGreaterThan(0)
  await tablet.goesTo('/journal')
  await tablet.showsEverything()

  network.line.meddles()
  await tablet.sendsNow()

  await network.holdsExactly(tablet.logged)
})

test('[SC-24] a batch too large is halved until it passes; one item too large alone is set aside and shown', async ({
  field,
}) => {
  const { network, tablet } = await field.aReadyTablet()
  await tablet.losesNetwork()
  for (const minutes of [61, 62, 63, 64, 65, 66]) await tablet.logs(aVisit({ minutes }))
  tablet.expectsComplaint(/413/)
  network.line.meddles(({ method, path, body }) => {
    if (method !== 'POST' || path !== push) return undefined
    const minutes = minutesIn(body)
    return minutes.length > 2 || minutes.includes(63) ? refusal(413, 'too_large') : undefined
  })

  await tablet.findsNetwork()
  await tablet.sendsNow()

  await network.holdsVisits(tablet.logged.filter(({ minutes }) => minutes !== 63))
  await tablet.showsToCorrect(1)
})

test('[SC-25] failures space the attempts out; the button tries at once', async ({ field }) => {
  const { network, tablet } = await field.aReadyTablet()
  tablet.expectsComplaint(/500/)
  network.line.meddles(({ method }) => (method === 'POST' ? refusal(500, 'failed') : undefined))
  await tablet.logs(aVisit({ minutes: 71 }))
  await tablet.sendsNow()

  await tablet.page.waitForTimeout(12_000)
  const attempts = network.line.pushes().length
  expect(attempts, 'it tries again').toBeGreaterThan(1)
  expect(attempts, 'it does not hammer').toBeLessThan(15)

  network.line.meddles()
  await tablet.sendsNow()
  await tablet.hasSentEverything(5_000)
  await network.holdsExactly(tablet.logged)
})

test('[SC-26] five thousand visits leave in one go, with their progress; meanwhile another is saved', async ({
  field,
}) => {
  test.slow()
  const { network, tablet } = await field.aReadyTablet()
  await tablet.losesNetwork()
  await tablet.logs(aVisit({ minutes: 20, ageBand: '40-59' }))
  const waited = await addsWaitingVisits(tablet, 5_000)
  await tablet.opens('/journal')
  await tablet.enters()
  await tablet.saysToSend(5_003) // and the permanence of this half-day, and the opening of the place
  await tablet.goesTo('/envoi')
  let isSaved = false
  const slowly = { type: 'delay', milliseconds: 500 } as const
  network.line.meddles(({ method }) => (method === 'POST' && !isSaved ? slowly : undefined))

  await tablet.findsNetwork()

  const progress = tablet.page.getByRole('progressbar', { name: 'Envoi en cours' })
  await expect(progress).toContainText(/Envoi de [1-9]/, { timeout: 30_000 })
  await tablet.goesTo('/journal')
  await tablet.logs(aVisit({ minutes: 21 }))
  isSaved = true
  expect(await tablet.toSend(), 'it was saved while the others were leaving').toBeGreaterThan(1)

  await network.holdsVisits([...waited, ...tablet.logged], 60_000)
  await tablet.hasSentEverything(60_000)
  const pushes = network.line.pushes()
  expect(pushes.filter(({ status }) => status !== 200)).toEqual([])
  const ids = pushes.flatMap(operationsOf).map(({ id }) => id)
  expect(new Set(ids).size, 'no operation left twice').toBe(ids.length)
  expect(ids).toHaveLength(5_004)
  expect(pushes.length, 'full batches, and what was saved meanwhile').toBeLessThanOrEqual(30)
  await tablet.looksAtTheDay(waited.at(-1)?.day ?? '')
  await expect(tablet.page.getByText(/40\s?visites/).first()).toBeVisible()
})

test('[SC-27] a request that is never answered is given up, and everything leaves afterwards', async ({
  field,
}) => {
  test.slow()
  const { network, tablet } = await field.aReadyTablet()
  network.line.meddlesOnce('POST', push, { type: 'never answered' })
  tablet.expectsComplaint(/net::ERR_|abort/i)

  await tablet.logs(aVisit({ minutes: 81 }))
  await expect.poll(() => network.line.pushes().length).toBe(1)
  expect(await tablet.toSend()).toBeGreaterThan(0)

  await network.holdsExactly(tablet.logged, 60_000)
  await tablet.hasSentEverything()
})

test('[SC-28] two tabs that find the network together send each visit once, one request at a time', async ({
  field,
}) => {
  const { network, tablet } = await field.aReadyTablet()
  await tablet.losesNetwork()
  for (let minutes = 101; minutes <= 120; minutes += 1) await tablet.logs(aVisit({ minutes }))
  const tab = await tablet.opensTab('/journal')
  await tablet.entersIn(tab)
  network.line.meddles(({ method }) => (method === 'POST' ? { type: 'delay', milliseconds: 300 } : undefined))

  await tablet.findsNetwork()

  await network.holdsExactly(tablet.logged)
  const pushes = network.line.pushes()
  const ids = pushes.flatMap(operationsOf).map(({ id }) => id)
  expect(new Set(ids).size, 'no operation left twice').toBe(ids.length)
  for (const [at, later] of pushes.slice(1).entries()) {
    expect(later.at, 'one request at a time').toBeGreaterThanOrEqual(pushes[at]?.answeredAt ?? 0)
  }
})

test('[SYN-22] the page of a Wi-Fi portal and a broken proxy teach the device nothing', async ({ field }) => {
  const { network, tablet } = await field.aReadyTablet()
  tablet.expectsComplaint(/502/)
  let turn = 0
  network.line.meddles(({ path }) => {
    if (!path.startsWith('/api/')) return undefined
    turn += 1
    return turn % 2 === 0 ? portal : { type: 'answer', status: 502, body: 'Bad Gateway' }
  })
  await tablet.logs(aVisit({ minutes: 91 }))
  await tablet.sendsNow()
  await expect.poll(() => network.line.pushes().length).toBeGreaterThan(1)
  expect(await tablet.toSend()).toBeGreaterThan(0)
  expect(await tablet.says('Tout est envoyé')).toBe(false)

  network.line.meddles()
  await tablet.sendsNow()

  await tablet.hasSentEverything()
  await network.holdsExactly(tablet.logged)
})

test('[SC-68] a connection cut at any byte of an answer changes nothing: the effect is exactly once', async ({
  field,
}) => {
  const { network, tablet } = await field.aReadyTablet()
  tablet.expectsComplaint(/net::ERR_/)
  let cut = 0
  network.line.meddles(({ method, path }) => {
    if (method !== 'POST' || path !== push || cut >= 5) return undefined
    cut += 1
    return { type: 'answer cut', afterBytes: (cut - 1) * 25 }
  })

  for (const minutes of [1, 2, 3]) await tablet.logs(aVisit({ minutes }))
  for (let time = 0; time < 6; time += 1) {
    await tablet.sendsNow()
    await tablet.page.waitForTimeout(300)
  }

  await tablet.hasSentEverything()
  expect(cut).toBeGreaterThan(0)
  await network.holdsExactly(tablet.logged)
})
