import { expect, test } from './fixtures.ts'
import { buildVariant } from './mutants/buildVariant.ts'
import { freshIdsAtEachAttempt } from './mutants/variants.ts'
import type { Network } from './network.ts'
import { aVisit, type TypedVisit } from './visits.ts'

test.describe.configure({ mode: 'parallel' })

/** Twelve people of one half-day, no two alike in what was noted. */
const people: readonly TypedVisit[] = [
  aVisit(),
  aVisit({ ageBand: '70plus', posture: 'nearby' }),
  aVisit({ procedures: ['email.create', 'ameli.create'], outcome: 'doneTogether', minutes: 35 }),
  aVisit({ arrival: 'appointment', outcome: 'toResume', ageBand: '26-39' }),
  aVisit({ procedures: ['tax.return'], outcome: 'informed', posture: 'alone' }),
  aVisit({
    procedures: ['residence.permit'],
    outcome: 'blocked',
    minutes: 50,
    travelMode: 'publicTransport',
  }),
  aVisit({ arrival: 'outreach', outcome: 'accompanied', ageBand: '18-25' }),
  aVisit({ procedures: ['c2s.apply'], outcome: 'toResume', minutes: 25, ageBand: '40-59' }),
  aVisit(), // two equal visits are two visits (VIS-8)
  aVisit({ procedures: ['retirement.apply'], ageBand: '60-69', travelMode: 'walk' }),
  aVisit({ procedures: ['caf.access', 'doctor.find', 'email.create'], outcome: 'doneTogether' }),
  aVisit({ outcome: 'informed', ageBand: 'undisclosed', posture: 'alone', minutes: 5 }),
]

/** The main job, whole: everything else in the product serves this. */
async function aHalfDay(network: Network, complaints = /net::ERR_/): Promise<void> {
  const { server, line } = network
  const tablet = network.aTablet()
  tablet.expectsComplaint(complaints)
  await tablet.opens('/')
  await tablet.setsUp(server.setUpLink)
  await tablet.isReadyWithoutNetwork()

  await server.stops()
  await line.isPulledOut()
  await tablet.losesNetwork()
  for (const person of people) await tablet.logs(person)
  await tablet.corrects(4, { ageBand: '40-59', minutes: 45 })
  await tablet.deletes(6)
  await tablet.closes()

  await tablet.starts()
  await tablet.opens(`/journal/${tablet.logged[0]?.day}`)
  await tablet.enters()
  await tablet.showsEverything()
  expect(await tablet.toSend()).toBeGreaterThan(0)

  line.meddlesOnce('POST', '/api/sync/v1/operations', { type: 'answer lost' })
  await server.starts()
  await line.opens()
  await tablet.findsNetwork()
  await tablet.sendsNow()
  await tablet.hasSentEverything()
  await network.holdsExactly(tablet.logged)
  const lost = line.pushes().filter(({ fault }) => fault?.type === 'answer lost')
  expect(
    lost.map(({ status }) => status),
    'one answer lost, after the server had committed',
  ).toEqual([200])

  const byLink = network.aTablet()
  await byLink.joinsByLink(await tablet.opensTheDoor('Tablette de l’accueil'))
  await byLink.shows(tablet.logged)
  const byCode = network.aTablet()
  await byCode.joinsByCode(await tablet.opensTheDoor('Tablette du bureau'))
  await byCode.shows(tablet.logged)
}

test('[SYN-61] a half-day without network, a lost answer, another device: everything is there exactly once', async ({
  field,
}) => {
  test.slow()
  await aHalfDay(await field.aNetwork())
})

test('[SYN-113] the half-day fails for a client whose repeated pushes are new operations', async ({
  field,
}) => {
  test.slow()
  const variant = await buildVariant(freshIdsAtEachAttempt)
  try {
    const network = await field.aNetwork({ build: variant.folder })
    await expect(aHalfDay(network, /net::ERR_|409/)).rejects.toThrow(/the server holds|operations/)
  } finally {
    variant.remove()
  }
})
