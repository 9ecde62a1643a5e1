import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { buildVariant } from './mutants/buildVariant.ts'
import { nextVersion } from './mutants/variants.ts'
import { productBuild } from './server.ts'
import { aVisit } from './visits.ts'

test('[STATE-7] a new version waits while a form is being filled, and is taken when the person chooses', async ({
  field,
}) => {
  test.slow()
  const served = mkdtempSync(join(tmpdir(), 'permanence-served-'))
  cpSync(productBuild, served, { recursive: true })
  const next = await buildVariant(nextVersion)
  try {
    const { network, tablet } = await field.aReadyTablet({ build: served })
    await tablet.logs(aVisit({ minutes: 10 }))
    const draft = aVisit({ ageBand: '60-69', outcome: 'toResume' })
    await tablet.fills(draft)

    tablet.expectsComplaint(/net::ERR_/)
    await network.server.stops()
    rmSync(join(served, 'client'), { recursive: true })
    cpSync(join(next.folder, 'client'), join(served, 'client'), { recursive: true })
    await network.server.starts()
    await tablet.page.evaluate(async () => (await navigator.serviceWorker.ready).update())
    await tablet.page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting !== null)

    await tablet.formSays(draft)
    expect(await tablet.isNextVersion(), 'the page is still the old one').toBe(false)
    await tablet.saves(draft)
    await tablet.button('Utiliser la nouvelle version').click()
    await expect.poll(() => tablet.isNextVersion().catch(() => false)).toBe(true)
    await tablet.enters()
    await tablet.showsEverything()
    await network.holdsExactly(tablet.logged)
  } finally {
    next.remove()
    rmSync(served, { recursive: true, force: true })
  }
})
