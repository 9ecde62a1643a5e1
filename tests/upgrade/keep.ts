import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { databaseFile } from '../e2e/checker.ts'
import { Network } from '../e2e/network.ts'
import { productBuild } from '../e2e/server.ts'
import { copyDevice } from './deviceCopy.ts'

/*
 * Keeps what a release leaves behind, for the tests of every later one: `npm run build && node tests/upgrade/keep.ts`.
 * The server knows two visits; the device knows a third that it has not sent, and a draft.
 */
const root = join(import.meta.dirname, '../..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
const folder = join(root, 'tests/fixtures', version)
mkdirSync(folder, { recursive: true })

const network = await Network.opens()
const tablet = network.aTablet()
try {
  await tablet.opens('/')
  await tablet.setsUp(network.server.setUpLink)
  await tablet.isReadyWithoutNetwork()
  await tablet.logs({ procedures: ['ameli.create'], outcome: 'doneTogether', ageBand: '40-59', minutes: 30 })
  await tablet.logs({ procedures: ['caf.access'], outcome: 'informed', ageBand: '18-25' })
  await tablet.hasSentEverything()
  await network.server.stops()
  await tablet.logs({ procedures: ['email.create'], outcome: 'toResume', ageBand: '70plus' })
  await tablet.fillsRest({ ageBand: '60-69' })
  await tablet.hasKeptTheDraft()
  await tablet.opens('/icons/icon.svg')
  const device = await tablet.page.evaluate(copyDevice)
  writeFileSync(join(folder, 'device.json'), `${JSON.stringify(device, null, 1)}\n`)
  writeFileSync(join(folder, 'visits.json'), `${JSON.stringify(tablet.logged, null, 1)}\n`)
  const database = databaseFile(network.server.databaseFolder)
  new DatabaseSync(database).exec('pragma wal_checkpoint(truncate)')
  copyFileSync(database, join(folder, 'permanence.sqlite'))
  execFileSync('tar', ['-czf', join(folder, 'client.tar.gz'), '-C', productBuild, 'client'])
} finally {
  await network.closes()
}
