import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** What `npm run build` left: a folder with `client/` and `server/main.js`. `PERMANENCE_BUILD` names another one. */
export const productBuild = process.env.PERMANENCE_BUILD ?? join(import.meta.dirname, '../../dist')

/** Node 24 as the product installs it, whatever runs the tests. */
const node = join(
  import.meta.dirname,
  '../../node_modules/.bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

export interface ServerPlace {
  readonly dataDir: string
  /** The address that people type: the one of the proxy in front. */
  readonly publicUrl: string
  readonly build: string
}

/** The real server in a process of its own, on a free loopback port that it keeps from one start to the next. */
export class Server {
  readonly place: ServerPlace
  #port = 0
  #process: ChildProcess | undefined
  #output = ''

  constructor(place: ServerPlace) {
    this.place = place
  }

  get port(): number {
    return this.#port
  }

  get databaseFolder(): string {
    return this.place.dataDir
  }

  /** Everything it wrote on its console since it first started. */
  get output(): string {
    return this.#output
  }

  get isRunning(): boolean {
    return this.#process !== undefined
  }

  /** The one-time link printed on an empty database (SEC-61); the latest when it was started several times. */
  get setUpLink(): string {
    const links = this.#output.match(/https?:\/\/\S+#s=[A-Za-z0-9_-]+/g)
    const link = links?.at(-1)
    if (link === undefined) throw new Error(`no set-up link on the console:\n${this.#output}`)
    return link
  }

  async starts(): Promise<void> {
    if (this.#process !== undefined) return
    if (!existsSync(join(this.place.build, 'server/main.js'))) throw new Error('run `npm run build` first')
    if (this.#port === 0) this.#port = await freePort()
    mkdirSync(this.place.dataDir, { recursive: true })
    const child = spawn(
      existsSync(node) ? node : process.execPath,
      [join(this.place.build, 'server/main.js')],
      {
        cwd: this.place.dataDir,
        env: {
          PATH: process.env.PATH,
          TZ: 'Pacific/Auckland', // far from the field: a day computed from the machine's zone would show
          PORT: String(this.#port),
          DATA_DIR: this.place.dataDir,
          PUBLIC_URL: this.place.publicUrl,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    this.#process = child
    const hear = (text: Buffer): void => {
      this.#output += text.toString('utf8')
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', () => {
      if (this.#process === child) this.#process = undefined
    })
    await this.#answers()
  }

  /** As a person stops it: the terminal's signal, and it finishes what it was doing. */
  async stops(): Promise<void> {
    await this.#ends('SIGTERM')
  }

  /** As the electricity stops it. */
  async isKilled(): Promise<void> {
    await this.#ends('SIGKILL')
  }

  async #ends(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process
    if (child === undefined) return
    const exited = once(child, 'exit')
    child.kill(signal)
    const late = setTimeout(() => child.kill('SIGKILL'), 5_000)
    await exited
    clearTimeout(late)
    this.#process = undefined
  }

  async #answers(): Promise<void> {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      if (this.#process === undefined) throw new Error(`the server stopped by itself:\n${this.#output}`)
      const answer = await fetch(`http://127.0.0.1:${this.#port}/api/v1/health`).catch(() => undefined)
      if (answer?.ok) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`the server did not answer within ten seconds:\n${this.#output}`)
  }
}

/** A port that nothing uses now. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
