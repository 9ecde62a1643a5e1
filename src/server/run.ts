import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { createApi } from './api.ts'
import { type Config, type ConfigProblem, readConfig } from './config.ts'
import { openDemo } from './demo/openDemo.ts'
import { openSetupDoor } from './enrol.ts'
import { holdFolder } from './holdFolder.ts'
import { jsonLog } from './log.ts'
import { openDataFolder } from './open.ts'
import { createSiteServer } from './serve.ts'
import { startProblem } from './startProblem.ts'
import { staticFiles } from './statics.ts'
import type { Store } from './store.ts'

const stopMilliseconds = 10_000
const now = () => Date.now()
const say = (text: string) => process.stdout.write(`${text}\n`)

/**
 * Verbs: `serve` and `demo`. Ends with 0 (done), 1 (a problem while running) or 2 (could not run).
 * @param client folder of the built client
 */
export async function main(verb: string, client: string): Promise<void> {
  if (verb !== 'serve' && verb !== 'demo') return stop(2, `Unknown verb “${verb}”. Verbs: serve, demo.`)
  const config = readConfig(process.env)
  if (!config.ok) return stop(2, sentence(config.error))
  const folder = verb === 'demo' ? join(config.value.dataDir, 'demo') : config.value.dataDir
  const held = holdFolder(folder)
  if (!held.ok) return stop(2, sentence(held.error))
  try {
    await run(config.value, folder, client, verb === 'demo')
  } catch (error) {
    const problem = startProblem(error, config.value)
    stop(2, problem === undefined ? `Permanence cannot start: ${String(error)}` : sentence(problem))
  }
}

function sentence({ variable, value, reason }: ConfigProblem): string {
  return `${variable} is “${value}”: ${reason}.`
}

async function run(config: Config, folder: string, client: string, isDemo: boolean): Promise<void> {
  const demo = isDemo ? await openDemo(folder, config.publicUrl, now()) : undefined
  const store = demo?.store ?? (await openDataFolder(folder))
  const log = jsonLog((text) => process.stdout.write(text), now)
  const api = createApi({ store, clock: now, random: randomBytes, log })
  const server = createSiteServer({
    api,
    files: staticFiles(client),
    clock: now,
    log,
  })
  // A journal that nobody reads any more, or that a full disk refuses, is no reason to stop serving.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined)
  stopOnSignal(server, store)
  await listen(server, config)
  say(`Permanence is at ${config.publicUrl} (data in ${folder}).`)
  for (const line of demo?.lines ?? (await firstSteps(store, config))) say(line)
}

/** What to do next, on an empty database: the one-time link. Nothing afterwards. */
async function firstSteps(store: Store, config: Config): Promise<readonly string[]> {
  const secret = await openSetupDoor(store, now, randomBytes)
  const tablets = config.publicUrl.startsWith('https:')
    ? []
    : ['Tablets need HTTPS: put a proxy in front and set PUBLIC_URL (README.md, "Tablets").']
  if (secret === undefined) return tablets
  return [
    'This server is empty. To set it up, open this link in the browser of the first device.',
    'It works once, for 24 hours, and a restart replaces it:',
    `  ${config.publicUrl}/#s=${secret}`,
    ...tablets,
  ]
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** Refuses new work, finishes what is under way within 10 s, closes the database (OPS-8). */
function stopOnSignal(server: Server, store: Store): void {
  const end = async () => {
    const late = setTimeout(() => server.closeAllConnections(), stopMilliseconds)
    await new Promise((resolve) => {
      server.close(resolve)
      server.closeIdleConnections()
    })
    clearTimeout(late)
    await store.close()
    process.exit(0)
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  stopWithNpm(end)
}

/** Milliseconds between two looks at who started us. */
const parentMilliseconds = 1_000

/** npm starts us through a shell that dies of a signal without passing it on: an orphan of npm ends too. */
function stopWithNpm(end: () => Promise<void>): void {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    void end()
  }, parentMilliseconds)
  timer.unref()
}

function stop(code: number, sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = code
}
