import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import type { BrowserSettings } from './browserProfile.ts'
import { Network, type NetworkOptions } from './network.ts'
import { freePort } from './server.ts'
import type { Tablet } from './tablet.ts'

export { expect }

export interface Ready {
  readonly network: Network
  readonly tablet: Tablet
}

/** What a test may ask for; everything is thrown away after it, and what went wrong unseen fails it. */
export interface Field {
  /** A municipality whose server has just been started for the first time. */
  readonly aNetwork: (options?: NetworkOptions) => Promise<Network>
  /**
   * A municipality with one tablet set up, inside the team space, on the journal of today, all sent. With another
   * build the set-up is done by that build, since a copied profile would hold the worker of the usual one.
   */
  readonly aReadyTablet: (options?: NetworkOptions, settings?: BrowserSettings) => Promise<Ready>
}

/** A set-up done once per worker: its folders are copied, since a first start takes seconds. */
interface Prepared {
  readonly port: number
  readonly dataFolder: string
  readonly profileFolder: string
}

export const test = base.extend<{ field: Field }, { prepared: () => Promise<Prepared> }>({
  prepared: [
    async ({ browserName: _ }, use) => {
      let made: Promise<Prepared> | undefined
      await use(() => {
        made ??= prepares()
        return made
      })
      const prepared = await made?.catch(() => undefined)
      for (const folder of [prepared?.dataFolder, prepared?.profileFolder]) {
        if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
      }
    },
    { scope: 'worker' },
  ],
  field: async ({ prepared }, use) => {
    const networks: Network[] = []
    const aNetwork = async (options?: NetworkOptions): Promise<Network> => {
      const network = await Network.opens(options)
      networks.push(network)
      return network
    }
    await use({
      aNetwork,
      aReadyTablet: async (options = {}, settings = {}) => {
        if (options.build !== undefined) return await aSetUpTablet(await aNetwork(options), settings)
        const { port, dataFolder, profileFolder } = await prepared()
        const network = await aNetwork({ ...options, port, dataFrom: dataFolder })
        const tablet = network.aTablet(settings, copyOf(profileFolder))
        await tablet.opens('/journal')
        await tablet.enters()
        await expect(tablet.form).toBeVisible()
        await tablet.isReadyWithoutNetwork()
        await tablet.hasSentEverything()
        return { network, tablet }
      },
    })
    const complaints = networks.flatMap((network) => network.complaints())
    for (const network of networks) await network.closes()
    expect(complaints, 'errors that nobody expected').toEqual([])
  },
})

async function aSetUpTablet(network: Network, settings: BrowserSettings = {}): Promise<Ready> {
  const tablet = network.aTablet(settings)
  await tablet.opens('/')
  await tablet.setsUp(network.server.setUpLink)
  await tablet.isReadyWithoutNetwork()
  await tablet.hasSentEverything()
  return { network, tablet }
}

async function prepares(): Promise<Prepared> {
  const port = await freePort()
  const network = await Network.opens({ port })
  try {
    const { tablet } = await aSetUpTablet(network)
    await tablet.closes()
    await network.server.stops()
    return { port, dataFolder: copyOf(network.server.databaseFolder), profileFolder: copyOf(tablet.folder) }
  } finally {
    await network.closes()
  }
}

/** What a browser keeps only to be faster, and its locks; not ScriptCache, which is the worker itself. */
const passing =
  /^(Singleton.*|(?!Script).*Cache|Crashpad|component_crx_cache|Safe Browsing|BrowserMetrics.*|blob_storage)$/

function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'permanence-copy-'))
  cpSync(folder, copy, { recursive: true, filter: (path) => !passing.test(basename(path)) })
  return copy
}
