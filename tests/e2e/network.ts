import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { BrowserSettings } from './browserProfile.ts'
import { faultsOf, readStoredWork, type StoredWork } from './checker.ts'
import { FaultProxy } from './faultProxy.ts'
import { productBuild, Server } from './server.ts'
import { Tablet } from './tablet.ts'
import { differences, type LoggedVisit } from './visits.ts'

export interface NetworkOptions {
  /** A folder like dist/, to serve another version of the product. */
  readonly build?: string
  /** The address the tablets know, when it must be one they know already. */
  readonly port?: number
  /** A data folder to start from; it is copied. */
  readonly dataFrom?: string
}

/** One municipality: its server, the line that leads to it, and its tablets. */
export class Network {
  readonly server: Server
  readonly line: FaultProxy
  readonly tablets: Tablet[] = []
  /** Answers 5xx that the test itself provokes in the server. */
  expectsServerFailure = false

  private constructor(server: Server, line: FaultProxy) {
    this.server = server
    this.line = line
  }

  static async opens({ build = productBuild, port = 0, dataFrom }: NetworkOptions = {}): Promise<Network> {
    const dataDir = mkdtempSync(join(tmpdir(), 'permanence-data-'))
    if (dataFrom !== undefined) cpSync(dataFrom, dataDir, { recursive: true })
    const line = new FaultProxy(() => server.port)
    await line.opens(port)
    const server = new Server({ dataDir, publicUrl: line.url, build })
    await server.starts()
    return new Network(server, line)
  }

  /** A browser that has never seen this address; or one that has, from a copy of its profile. */
  aTablet(settings: BrowserSettings = {}, profileFrom?: string): Tablet {
    const tablet = new Tablet(() => this.line.url, settings, profileFrom)
    this.tablets.push(tablet)
    return tablet
  }

  stored(): StoredWork {
    return readStoredWork(this.server.databaseFolder)
  }

  /** Another tablet of the team, let in by one that is already there, on the journal. */
  async aJoinedTablet(by: Tablet, settings: BrowserSettings = {}): Promise<Tablet> {
    const tablet = this.aTablet(settings)
    await tablet.joinsByLink(await by.opensTheDoor('Tablette 2'))
    await by.goesTo('/journal')
    await tablet.goesTo('/journal')
    return tablet
  }

  /**
   * What was logged and nothing else, once each, every field as it was typed; one operation per gesture in the log;
   * nothing held, no conflict.
   */
  async holdsExactly(logged: readonly LoggedVisit[], within = 30_000): Promise<void> {
    await this.holdsVisits(logged, within)
    const work = this.stored()
    expect(work.living('held'), 'operations set apart by the server').toEqual([])
    expect(work.living('conflict'), 'conflicts nobody made').toEqual([])
    const gestures = this.tablets.reduce((sum, tablet) => sum + tablet.gestures, 0)
    const operations = work.operations.filter(({ kind }) => kind === 'visit')
    expect(operations.length, 'operations on visits, one per gesture').toBe(gestures)
  }

  /**
   * Waits until the server has as many visits as were logged, then compares every field of each, and looks for the
   * faults that no cut or repeat may cause (I2, I4, I7).
   */
  async holdsVisits(logged: readonly LoggedVisit[], within = 30_000): Promise<void> {
    await expect
      .poll(() => this.stored().living('visit').length, {
        message: 'visits on the server',
        timeout: within,
        intervals: [100],
      })
      .toBe(logged.length)
    const work = this.stored()
    expect(differences(work, logged), 'what was typed and what the server holds').toEqual([])
    expect(faultsOf(work), 'faults in the log').toEqual([])
  }

  /** What must hold at the end of every test, whatever it was about. */
  complaints(): readonly string[] {
    const failures = this.line.exchanges
      .filter(({ status, fault }) => fault?.type !== 'answer' && status !== undefined && status >= 500)
      .map(({ method, path, status }) => `the server answered ${status} to ${method} ${path}`)
    return [
      ...this.tablets.flatMap((tablet) => tablet.complaints),
      ...(this.expectsServerFailure ? [] : failures),
    ]
  }

  async closes(): Promise<void> {
    for (const tablet of this.tablets) await tablet.isThrownAway()
    await this.line.isPulledOut()
    await this.server.stops()
    rmSync(this.server.databaseFolder, { recursive: true, force: true })
  }
}
