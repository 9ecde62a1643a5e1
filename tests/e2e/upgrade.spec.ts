import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DeviceCopy, restoreDevice } from '../upgrade/deviceCopy.ts'
import { expect, test } from './fixtures.ts'
import { productBuild } from './server.ts'
import type { LoggedVisit } from './visits.ts'

const kept = join(import.meta.dirname, '../fixtures')
const releases = readdirSync(kept).filter((name) => existsSync(join(kept, name, 'device.json')))

test('[SYN-117] at least the first release is kept', () => {
  expect(releases).toContain('0.1.0')
})

for (const release of releases) {
  const read = <T>(name: string) => JSON.parse(readFileSync(join(kept, release, name), 'utf8')) as T

  test.describe(release, () => {
    const folders: string[] = []
    const aFolder = () => {
      const folder = mkdtempSync(join(tmpdir(), 'permanence-kept-'))
      folders.push(folder)
      return folder
    }
    test.afterEach(() => {
      for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
    })

    /** The server's file and a browser as that release left them, served by this build. */
    const left = (build?: string) => {
      const dataFrom = aFolder()
      copyFileSync(join(kept, release, 'permanence.sqlite'), join(dataFrom, 'permanence.sqlite'))
      return { dataFrom, ...(build && { build }) }
    }
    const theDay = (visits: readonly LoggedVisit[]) => `/journal/${visits[0]?.day}`

    test('[SC-46] its device and its server open with this version, and what waited is sent', async ({
      field,
    }) => {
      const visits = read<readonly LoggedVisit[]>('visits.json')
      const network = await field.aNetwork(left())
      const tablet = network.aTablet()
      tablet.expectsComplaint(/favicon/) // an image opened alone has no page to name its icon
      await tablet.opens('/icons/icon.svg')
      await tablet.page.evaluate(restoreDevice, read<DeviceCopy>('device.json'))
      await tablet.opens(theDay(visits))
      await tablet.enters()
      await tablet.looksAtTheHalfDayWithVisits()
      await tablet.shows(visits)
      await tablet.hasSentEverything()
      await network.holdsVisits(visits)
    })

    test('[SYN-117] its app works with the server of this version', async ({ field }) => {
      const visits = read<readonly LoggedVisit[]>('visits.json')
      const build = aFolder()
      execFileSync('tar', ['-xzf', join(kept, release, 'client.tar.gz'), '-C', build])
      cpSync(join(productBuild, 'server'), join(build, 'server'), { recursive: true })
      const network = await field.aNetwork(left(build))
      const tablet = network.aTablet()
      tablet.expectsComplaint(/favicon/) // an image opened alone has no page to name its icon
      await tablet.opens('/icons/icon.svg')
      await tablet.page.evaluate(restoreDevice, read<DeviceCopy>('device.json'))
      await tablet.opens(theDay(visits))
      await tablet.enters()
      await tablet.hasSentEverything()
      await network.holdsVisits(visits)
    })
  })
}
