import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Server } from '../e2e/server.ts'
import { type Builds, makeBuilds } from './builds.ts'
import { Chrome } from './chrome.ts'
import { RawServer } from './rawServer.ts'

type End = () => Promise<void> | void

/** What figures measure with. Each thing is thrown away after its figure; what is shared, at the end of the run. */
export class Workshop {
  readonly log: (text: string) => void
  readonly #shared = new Map<string, Promise<unknown>>()
  #ends: End[] = []
  #lastEnds: End[] = []

  constructor(log: (text: string) => void) {
    this.log = log
  }

  /** Makes something once for all the figures that ask for it under this name, and keeps it to the end of the run. */
  async shared<T>(name: string, make: () => Promise<T>): Promise<T> {
    const known = this.#shared.get(name)
    if (known !== undefined) return (await known) as T // one name, one maker
    const ends = this.#ends
    this.#ends = this.#lastEnds
    const made = make().finally(() => {
      this.#ends = ends
    })
    this.#shared.set(name, made)
    return await made
  }

  builds(): Promise<Builds> {
    return this.shared('builds', async () => {
      const builds = await makeBuilds()
      this.#keeps(builds.remove)
      return builds
    })
  }

  /** The real server on an empty database of its own. Its address is an origin nobody used yet. */
  async server(): Promise<RunningServer> {
    const { product } = await this.builds()
    const dataDir = mkdtempSync(join(tmpdir(), 'permanence-bench-data-'))
    const server = new Server({ dataDir, publicUrl: 'http://127.0.0.1', build: product })
    const stop = async (): Promise<void> => {
      await server.stops() // again, it does nothing
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
    }
    this.#keeps(stop)
    await server.starts()
    return { server, dataDir, origin: `http://127.0.0.1:${server.port}`, stop }
  }

  /** The raw limits' server: on the bench page's files, or on those of `hello`. */
  async rawServer(files: 'bench' | 'hello'): Promise<RawServer> {
    const { product, hello } = await this.builds()
    const raw = await RawServer.start(files === 'hello' ? hello : join(product, 'client'))
    this.#keeps(() => raw.stop())
    return raw
  }

  /** A browser on a new device, thrown away with its profile. */
  async chrome(): Promise<Chrome> {
    const chrome = await Chrome.open()
    this.#keeps(() => chrome.discard())
    return chrome
  }

  /** Throws away what the last figure used. */
  async clear(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) await end()
  }

  async close(): Promise<void> {
    await this.clear()
    for (const end of this.#lastEnds.splice(0).reverse()) await end()
  }

  #keeps(end: End): void {
    this.#ends.push(end)
  }
}

export interface RunningServer {
  readonly server: Server
  readonly dataDir: string
  readonly origin: string
  readonly stop: () => Promise<void>
}
